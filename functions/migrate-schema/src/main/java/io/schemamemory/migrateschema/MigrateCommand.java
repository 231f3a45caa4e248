package io.schemamemory.migrateschema;

import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What an invocation asks for: `{"command": "plan"}`, or nothing for `migrate`.
enum MigrateCommand {
  /// Apply the missing migrations.
  MIGRATE,
  /// Say what would be applied, and change nothing.
  PLAN,
  /// Say how the database differs from this release.
  VALIDATE,
  /// List all known migrations, applied or not.
  INFO;

  /// Reads an invocation's event: whatever JSON it is, so that it is refused in our words.
  ///
  /// @throws MigrationException if it is anything else: a misspelt `plan` must not migrate
  static MigrateCommand of(@Nullable Object event) {
    if (event == null || event.equals(Map.of())) {
      return MIGRATE;
    }
    return Arrays.stream(values())
        .filter(command -> event.equals(Map.of("command", command.text())))
        .findFirst()
        .orElseThrow(
            () ->
                new MigrationException(
                    "the event is {} or {\"command\": \"...\"} and nothing else, with one of "
                        + String.join(
                            ", ", Arrays.stream(values()).map(MigrateCommand::text).toList())));
  }

  private String text() {
    return name().toLowerCase(Locale.ROOT);
  }
}
