/// Queries about the database's health.
@NullMarked
package io.schemamemory.data.health;

import org.jspecify.annotations.NullMarked;
