/// Reads secrets from a person or a pipe, never from an argument.
@NullMarked
package io.schemamemory.operator.input;

import org.jspecify.annotations.NullMarked;
