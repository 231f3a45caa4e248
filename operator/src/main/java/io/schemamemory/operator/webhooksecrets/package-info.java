/// The webhook secrets of every source, given, rotated and retired by hand.
@NullMarked
package io.schemamemory.operator.webhooksecrets;

import org.jspecify.annotations.NullMarked;
