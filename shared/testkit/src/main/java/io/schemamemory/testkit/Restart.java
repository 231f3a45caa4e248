package io.schemamemory.testkit;

import io.schemamemory.data.connection.DatabaseUrl;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/// Restarts a killed PostgreSQL with its previous arguments.
record Restart(Path data, DatabaseUrl administrator) {
  private static final Duration RECOVERY = Duration.ofSeconds(60);

  /// PostgreSQL's record of its start: the program, then its arguments in quotes.
  private static final Pattern WORD = Pattern.compile("\"([^\"]*)\"|(\\S+)");

  void run() throws IOException {
    List<String> command = new ArrayList<>();
    if (System.getProperty("user.name").equals("root")) {
      // It refuses to run as root.
      command.addAll(List.of("unshare", "-U"));
    }
    WORD.matcher(Files.readString(data.resolve("postmaster.opts")))
        .results()
        .map(Restart::word)
        .forEach(command::add);
    Process process =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(Redirect.DISCARD)
            .start();
    awaitRecovery(process);
  }

  private static String word(MatchResult found) {
    return found.group(1) == null ? found.group(2) : found.group(1);
  }

  private void awaitRecovery(Process process) throws IOException {
    Instant end = Instant.now().plus(RECOVERY);
    while (process.isAlive() && Instant.now().isBefore(end)) {
      try {
        DriverManager.getConnection(administrator.reveal()).close();
        return;
      } catch (SQLException notYet) {
        Thread.onSpinWait();
      }
    }
    throw new IOException("it does not take connections");
  }
}
