/// Reads DDL statements with a library's grammar, so that they can be told as changes.
@NullMarked
package io.schemamemory.ddl.mysql;

import org.jspecify.annotations.NullMarked;
