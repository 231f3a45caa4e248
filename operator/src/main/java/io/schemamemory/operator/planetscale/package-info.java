/// `bin/planetscale-token`: stores the service tokens that functions call PlanetScale with.
@NullMarked
package io.schemamemory.operator.planetscale;

import org.jspecify.annotations.NullMarked;
