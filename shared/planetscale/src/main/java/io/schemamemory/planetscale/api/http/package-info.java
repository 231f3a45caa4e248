/// One HTTP request and its reply, within limits of time and size.
@NullMarked
package io.schemamemory.planetscale.api.http;

import org.jspecify.annotations.NullMarked;
