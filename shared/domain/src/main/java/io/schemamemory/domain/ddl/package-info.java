/// What a DDL statement does to a schema, whatever reads it.
@NullMarked
package io.schemamemory.domain.ddl;

import org.jspecify.annotations.NullMarked;
