/// Micronaut's data source, made safe for a transaction pooler, and the record of the runs over it.
@NullMarked
package io.schemamemory.job;

import org.jspecify.annotations.NullMarked;
