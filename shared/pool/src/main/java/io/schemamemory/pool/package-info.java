/// Micronaut's data source, made safe for a transaction pooler.
@NullMarked
package io.schemamemory.pool;

import org.jspecify.annotations.NullMarked;
