package io.schemamemory.local.emulator;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What `events/README.md` says that a sample event is answered.
///
/// @param answer the table's last column
record ExpectedAnswer(String answer) {
  private static final Pattern WORD = Pattern.compile("`(batchItemFailures|healthy)`");

  /// Reads the row of an event.
  ///
  /// @param event as the table calls it: `receive-webhook/signed.json`
  static ExpectedAnswer of(Path root, String event) throws IOException {
    Pattern row = Pattern.compile("(?m)^\\| `" + Pattern.quote(event) + "` \\|.*\\| (.*) \\|$");
    Matcher found = row.matcher(Files.readString(root.resolve("events/README.md")));
    return new ExpectedAnswer(found.find() ? found.group(1) : "a row of events/README.md");
  }

  /// What is wrong with an answer; empty if it is as expected.
  Optional<String> problem(String given) {
    if (answer.matches("\\d{3}")) {
      return unless(given.contains("\"statusCode\":" + answer), given);
    }
    boolean failed = given.contains("\"errorMessage\"");
    if (failed || answer.startsWith("an error")) {
      return unless(failed && answer.startsWith("an error") && given.contains("plan"), given);
    }
    Matcher word = WORD.matcher(answer);
    return unless(given.startsWith("{") && (!word.find() || given.contains(word.group(1))), given);
  }

  private Optional<String> unless(boolean right, String given) {
    return right ? Optional.empty() : Optional.of("expected " + answer + ", got " + given);
  }
}
