/// Secrets that a function reads again while it lives.
@NullMarked
package io.schemamemory.job.secret;

import org.jspecify.annotations.NullMarked;
