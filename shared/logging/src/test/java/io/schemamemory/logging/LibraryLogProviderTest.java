package io.schemamemory.logging;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.logging.Level;
import java.util.logging.Logger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.slf4j.LoggerFactory;
import uk.org.webcompere.systemstubs.jupiter.SystemStub;
import uk.org.webcompere.systemstubs.jupiter.SystemStubsExtension;
import uk.org.webcompere.systemstubs.stream.SystemErr;
import uk.org.webcompere.systemstubs.stream.SystemOut;

/// Outside Lambda its logger prints a line as it is.
@ExtendWith(SystemStubsExtension.class)
class LibraryLogProviderTest {
  @SystemStub private final SystemOut out = new SystemOut();
  @SystemStub private final SystemErr err = new SystemErr();

  @Test
  void a_warning_goes_to_lambda_s_logger_with_its_library_and_the_failure_s_class_alone() {
    LoggerFactory.getLogger("a.Pool")
        .warn("{} of {} failed", 1, 2, new IllegalStateException("hunter2"));

    assertThat(out.getText()).isEqualTo("a.Pool: 1 of 2 failed cause=IllegalStateException");
  }

  @Test
  void what_is_less_than_a_warning_is_left_out() {
    LoggerFactory.getLogger("a.Pool").info("started");

    assertThat(out.getText()).isEmpty();
  }

  @Test
  void the_jdk_s_logging_goes_there_too_and_nothing_to_standard_error() {
    LoggerFactory.getLogger("first");
    Logger driver = Logger.getLogger("a.driver");

    driver.info("connected");
    driver.log(Level.SEVERE, "lost {0}", "it");

    assertThat(out.getText()).isEqualTo("a.driver: lost it");
    assertThat(err.getText()).isEmpty();
  }

  @Test
  void what_flyway_advises_is_left_out() {
    LoggerFactory.getLogger("org.flywaydb.core.internal.command.DbMigrate")
        .error("Restore backups");

    assertThat(out.getText()).isEmpty();
  }
}
