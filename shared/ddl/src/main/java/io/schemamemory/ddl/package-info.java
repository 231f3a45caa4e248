/// Reads DDL statements into changes, whatever the dialect.
@NullMarked
package io.schemamemory.ddl;

import org.jspecify.annotations.NullMarked;
