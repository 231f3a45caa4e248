@NullMarked
package io.schemamemory.operator.preflight;

import org.jspecify.annotations.NullMarked;
