/// PlanetScale's HTTP API as typed answers; knows nothing of who asks or where the answers go.
@NullMarked
package io.schemamemory.planetscale.api;

import org.jspecify.annotations.NullMarked;
