/// The one way to write the memory: prepare, then write.
@NullMarked
package io.schemamemory.memorywriter;

import org.jspecify.annotations.NullMarked;
