package io.schemamemory.logging;

import com.amazonaws.services.lambda.runtime.LambdaRuntime;
import com.amazonaws.services.lambda.runtime.logging.LogLevel;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// One line that a library logs.
final class LibraryLine {
  /// Flyway's advice to restore backups is wrong here: a migration that failed can be run again,
  /// and we say what failed.
  private static final Set<String> SILENT = Set.of("org.flywaydb.core.internal.command.DbMigrate");

  private LibraryLine() {}

  /// Of a failure only the class: messages of the driver repeat what was bound.
  static void log(
      String library, LogLevel level, @Nullable String text, @Nullable Throwable failure) {
    if (!SILENT.contains(library)) {
      String cause = failure == null ? "" : " cause=" + failure.getClass().getSimpleName();
      LambdaRuntime.getLogger().log(library + ": " + text + cause, level);
    }
  }
}
