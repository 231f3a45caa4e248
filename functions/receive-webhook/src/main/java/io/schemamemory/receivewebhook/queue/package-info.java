/// The only code that knows AWS's SDK, kept apart because a well database never needs it.
@NullMarked
package io.schemamemory.receivewebhook.queue;

import org.jspecify.annotations.NullMarked;
