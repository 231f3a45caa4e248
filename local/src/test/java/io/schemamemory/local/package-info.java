@NullMarked
package io.schemamemory.local;

import org.jspecify.annotations.NullMarked;
