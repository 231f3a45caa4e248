/// The PlanetScale organizations a function may call, with their tokens and the shared budget.
@NullMarked
package io.schemamemory.organizations;

import org.jspecify.annotations.NullMarked;
