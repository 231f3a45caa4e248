/// Real parts for tests and for the local runner: PostgreSQL, PgBouncer, sample files.
@NullMarked
package io.schemamemory.testkit;

import org.jspecify.annotations.NullMarked;
