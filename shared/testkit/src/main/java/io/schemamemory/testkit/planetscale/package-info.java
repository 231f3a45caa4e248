/// A stand-in for PlanetScale's API over real HTTP, for tests and for the local runner.
///
/// What PlanetScale documents it does; where PlanetScale is silent, the comment says "a guess".
/// Written independently of the client, so that neither hides the other's mistake.
@NullMarked
package io.schemamemory.testkit.planetscale;

import org.jspecify.annotations.NullMarked;
