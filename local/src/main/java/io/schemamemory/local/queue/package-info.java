/// The queues of the template, and what hands their messages to functions.
@NullMarked
package io.schemamemory.local.queue;

import org.jspecify.annotations.NullMarked;
