/// Real parts for tests and for the local runner: PostgreSQL, PgBouncer, signed requests.
@NullMarked
package io.schemamemory.testkit;

import org.jspecify.annotations.NullMarked;
