/// Splits MySQL text into tokens that the grammar can parse.
@NullMarked
package io.schemamemory.ddl.mysql.token;

import org.jspecify.annotations.NullMarked;
