package io.schemamemory.bench.receiver;

import io.schemamemory.data.connection.DatabaseUrl;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// PostgreSQL's load generator, which repeats one statement.
record Pgbench(DatabaseUrl url, String statement) {
  private static final Pattern RATE = Pattern.compile("tps = ([0-9.]+) \\(without initial");

  /// Milliseconds per request, without connecting.
  double millis(Load load) {
    try {
      Path script = Files.createTempFile("schema-memory-bench", ".sql");
      try {
        Files.writeString(script, "\\set n random(1, 9000000000000000000)\n" + statement);
        return 1000 / perSecond(run(script, load));
      } finally {
        Files.delete(script);
      }
    } catch (IOException failure) {
      throw new UncheckedIOException("pgbench did not run: it comes with PostgreSQL", failure);
    }
  }

  private String run(Path script, Load load) throws IOException {
    URI place = URI.create("http://" + url.place());
    ProcessBuilder builder =
        new ProcessBuilder(
            List.of(
                "pgbench",
                "--no-vacuum",
                // Parsed each time, as through a pooler that knows no prepared statements.
                "--protocol=extended",
                "--client=" + load.clients(),
                "--transactions=" + load.perClient(),
                "--file=" + script,
                "--host=" + place.getHost(),
                "--port=" + place.getPort(),
                "--username=" + url.user(),
                url.database()));
    builder.environment().put("PGPASSWORD", url.password());
    Process process = builder.redirectErrorStream(true).start();
    return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
  }

  private static double perSecond(String output) {
    Matcher matcher = RATE.matcher(output);
    if (!matcher.find()) {
      throw new IllegalStateException("pgbench failed:\n" + output);
    }
    return Double.parseDouble(matcher.group(1));
  }
}
