/// Reads MySQL statements into changes, with the grammar of a library.
@NullMarked
package io.schemamemory.ddl.mysql;

import org.jspecify.annotations.NullMarked;
