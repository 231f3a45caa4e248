/// Functions small enough to show one thing each.
@NullMarked
package io.schemamemory.local.handlers;

import org.jspecify.annotations.NullMarked;
