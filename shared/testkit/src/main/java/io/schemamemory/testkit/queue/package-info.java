/// An SQS on this machine, and a spill queue on it.
@NullMarked
package io.schemamemory.testkit.queue;

import org.jspecify.annotations.NullMarked;
