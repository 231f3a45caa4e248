/// How the database is shaped: the migrations beside this and the way they run.
@NullMarked
package io.schemamemory.migrations;

import org.jspecify.annotations.NullMarked;
