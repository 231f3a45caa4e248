package io.schemamemory.local;

import static org.assertj.core.api.Assertions.assertThat;

import io.schemamemory.data.connection.DatabaseUrl;
import io.schemamemory.settings.Environment;
import io.schemamemory.testkit.Samples;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/// How a test starts the local runner over a database of its own.
final class GivenDatabase {
  private GivenDatabase() {}

  static LocalSettings settings(String webhookSecret, DatabaseUrl direct, DatabaseUrl pooled) {
    return LocalSettings.of(
        new Environment(
            Map.of(
                "PORT",
                "0",
                "PLANETSCALE_WEBHOOK_SECRET",
                webhookSecret,
                "DATABASE_DIRECT_URL",
                direct.reveal(),
                "DATABASE_POOLED_URL",
                pooled.reveal())));
  }

  /// The same project, but spilled messages that fail are retried at once.
  static Path impatientRoot(Path home) throws IOException {
    Path root = Files.createDirectory(home.resolve("root"));
    for (String folder : List.of("functions", "local")) {
      Files.createSymbolicLink(root.resolve(folder), Samples.root().resolve(folder));
    }
    String template = Files.readString(Samples.root().resolve("template.yaml"));
    String impatient = template.replace("VisibilityTimeout: 360", "VisibilityTimeout: 1");
    assertThat(impatient).isNotEqualTo(template);
    Files.writeString(root.resolve("template.yaml"), impatient);
    return root;
  }
}
