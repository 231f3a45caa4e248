/// A proxy that names users as PlanetScale's does.
@NullMarked
package io.schemamemory.testkit.proxy;

import org.jspecify.annotations.NullMarked;
