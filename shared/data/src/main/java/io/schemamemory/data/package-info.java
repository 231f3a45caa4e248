/// Access to the database in plain JDBC, so that the receiver needs no framework.
@NullMarked
package io.schemamemory.data;

import org.jspecify.annotations.NullMarked;
