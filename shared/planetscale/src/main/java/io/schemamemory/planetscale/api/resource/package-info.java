/// What PlanetScale's API gives: resources, and the pages they come in.
@NullMarked
package io.schemamemory.planetscale.api.resource;

import org.jspecify.annotations.NullMarked;
