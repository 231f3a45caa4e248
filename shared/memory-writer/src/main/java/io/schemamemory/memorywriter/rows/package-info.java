/// Rows and ids as parameters of one SQL statement, in chunks.
@NullMarked
package io.schemamemory.memorywriter.rows;

import org.jspecify.annotations.NullMarked;
