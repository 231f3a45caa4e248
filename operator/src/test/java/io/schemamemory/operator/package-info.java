@NullMarked
package io.schemamemory.operator;

import org.jspecify.annotations.NullMarked;
