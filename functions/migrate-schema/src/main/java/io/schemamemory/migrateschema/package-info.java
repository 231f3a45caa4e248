/// `migrate-schema`: runs the migrations over the direct connection, or says what it would do.
@NullMarked
package io.schemamemory.migrateschema;

import org.jspecify.annotations.NullMarked;
