/// What holds over all modules.
@NullMarked
package io.schemamemory.architecture;

import org.jspecify.annotations.NullMarked;
