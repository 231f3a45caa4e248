/// Tests of `bin/migrate`.
@NullMarked
package io.schemamemory.migrateschema.launcher;

import org.jspecify.annotations.NullMarked;
