/// `migrate-schema`: runs the migrations over the direct connection.
@NullMarked
package io.schemamemory.migrate;

import org.jspecify.annotations.NullMarked;
