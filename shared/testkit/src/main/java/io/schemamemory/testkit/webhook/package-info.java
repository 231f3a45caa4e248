/// Signed requests, hostile bodies, and the extension that serves webhook secrets.
@NullMarked
package io.schemamemory.testkit.webhook;

import org.jspecify.annotations.NullMarked;
