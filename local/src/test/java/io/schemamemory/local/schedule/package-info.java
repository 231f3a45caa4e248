@NullMarked
package io.schemamemory.local.schedule;

import org.jspecify.annotations.NullMarked;
