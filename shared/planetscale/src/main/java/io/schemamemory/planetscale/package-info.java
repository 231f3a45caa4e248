/// The only code that knows PlanetScale's JSON and HTTP API.
@NullMarked
package io.schemamemory.planetscale;

import org.jspecify.annotations.NullMarked;
