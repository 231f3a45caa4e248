/// The document of service tokens that functions read and `bin/planetscale-token` writes.
@NullMarked
package io.schemamemory.planetscale.tokens;

import org.jspecify.annotations.NullMarked;
