/// Stands in for AWS over HTTP.
@NullMarked
package io.schemamemory.testkit.aws;

import org.jspecify.annotations.NullMarked;
