/// Runs the migrations that create the database schema.
@NullMarked
package io.schemamemory.migrations;

import org.jspecify.annotations.NullMarked;
