/// The only code that knows PlanetScale's JSON.
@NullMarked
package io.schemamemory.planetscale;

import org.jspecify.annotations.NullMarked;
