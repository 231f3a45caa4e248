@NullMarked
package io.schemamemory.local.runtime;

import org.jspecify.annotations.NullMarked;
