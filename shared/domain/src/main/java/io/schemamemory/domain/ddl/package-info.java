/// What a DDL statement does to a schema, independent of the parser.
@NullMarked
package io.schemamemory.domain.ddl;

import org.jspecify.annotations.NullMarked;
