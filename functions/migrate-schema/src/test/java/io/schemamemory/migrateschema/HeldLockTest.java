package io.schemamemory.migrateschema;

import static org.assertj.core.api.Assertions.assertThat;

import org.flywaydb.core.api.FlywayException;
import org.junit.jupiter.api.Test;

/// Flyway takes an advisory lock, which any login may hold.
class HeldLockTest {
  @Test
  void a_held_lock_is_told_with_how_to_find_who_holds_it() {
    FlywayException failure =
        new FlywayException(
            "Number of retries exceeded while attempting to acquire PostgreSQL advisory lock."
                + " Configure the number of retries with the 'lockRetryCount' configuration"
                + " option");

    assertThat(MigrationException.explaining(failure))
        .hasMessageContaining("another session holds the migrations' lock")
        .hasMessageContaining("pg_terminate_backend")
        .message()
        .doesNotContain("lockRetryCount");
  }
}
