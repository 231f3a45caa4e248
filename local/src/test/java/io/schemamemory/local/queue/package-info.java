@NullMarked
package io.schemamemory.local.queue;

import org.jspecify.annotations.NullMarked;
