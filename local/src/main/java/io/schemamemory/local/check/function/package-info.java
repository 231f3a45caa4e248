/// A function is built, started, invoked and logged as its code expects.
@NullMarked
package io.schemamemory.local.check.function;

import org.jspecify.annotations.NullMarked;
