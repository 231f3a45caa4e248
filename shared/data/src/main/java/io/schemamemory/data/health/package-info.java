/// What the database says of its own health.
@NullMarked
package io.schemamemory.data.health;

import org.jspecify.annotations.NullMarked;
