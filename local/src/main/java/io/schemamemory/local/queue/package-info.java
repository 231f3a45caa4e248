/// The template's queues, and the pollers that hand their messages to functions.
@NullMarked
package io.schemamemory.local.queue;

import org.jspecify.annotations.NullMarked;
