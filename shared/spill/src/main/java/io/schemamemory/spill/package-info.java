/// What stands in the spill queue while the database is away.
@NullMarked
package io.schemamemory.spill;

import org.jspecify.annotations.NullMarked;
