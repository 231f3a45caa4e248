/// A queue keeps what it was given until somebody has it.
@NullMarked
package io.schemamemory.local.check.queue;

import org.jspecify.annotations.NullMarked;
