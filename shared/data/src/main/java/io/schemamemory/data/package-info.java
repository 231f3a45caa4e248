/// The database's doors in plain JDBC, so that the receiver can carry them.
@NullMarked
package io.schemamemory.data;

import org.jspecify.annotations.NullMarked;
