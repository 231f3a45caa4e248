/// PlanetScale's HTTP API as typed requests and results.
@NullMarked
package io.schemamemory.planetscale.api;

import org.jspecify.annotations.NullMarked;
