/// The resources of PlanetScale's API, their pages, and how to read them.
@NullMarked
package io.schemamemory.planetscale.api.resource;

import org.jspecify.annotations.NullMarked;
