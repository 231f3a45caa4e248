/// What the commands people run have in common.
@NullMarked
package io.schemamemory.operator;

import org.jspecify.annotations.NullMarked;
