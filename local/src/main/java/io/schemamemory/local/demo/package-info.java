/// A deploy request's life, posted through the front door and read back from the memory.
@NullMarked
package io.schemamemory.local.demo;

import org.jspecify.annotations.NullMarked;
