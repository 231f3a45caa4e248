/// What is wrong with an installation, and what to do about it; looks, and changes nothing.
@NullMarked
package io.schemamemory.health;

import org.jspecify.annotations.NullMarked;
