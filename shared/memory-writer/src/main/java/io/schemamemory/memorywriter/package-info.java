/// The repositories of the memory, and the one way to write it.
@NullMarked
package io.schemamemory.memorywriter;

import org.jspecify.annotations.NullMarked;
