/// Checks of an installation: what is wrong and what to do about it; changes nothing.
@NullMarked
package io.schemamemory.health;

import org.jspecify.annotations.NullMarked;
