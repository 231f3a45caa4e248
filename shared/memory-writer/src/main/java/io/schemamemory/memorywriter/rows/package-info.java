/// How many rows travel in one parameter.
@NullMarked
package io.schemamemory.memorywriter.rows;

import org.jspecify.annotations.NullMarked;
