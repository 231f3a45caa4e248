package io.schemamemory.bench.backfill;

import io.schemamemory.bench.harness.BenchDatabase;
import io.schemamemory.local.template.Function;
import io.schemamemory.local.template.SecretValues;
import io.schemamemory.local.template.Template;
import io.schemamemory.sealing.keys.KeyFile;
import io.schemamemory.sealing.keys.WrappedKeysets;
import io.schemamemory.testkit.planetscale.Acme;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/// The poller as `template.yaml` declares it, with its own keys and token.
final class DeclaredPoller {
  static final String LOGICAL_ID = "PollAuditLog";

  private DeclaredPoller() {}

  static Function of(BenchDatabase database, Path root) {
    KeyFile key = key();
    String[] token = Acme.TOKEN.split(":", 2);
    SecretValues secrets =
        new SecretValues(
            Map.of(
                "schema-memory/database",
                database.credentials().reveal(),
                "schema-memory/planetscale",
                Map.of(
                    "organization",
                    Acme.NAME,
                    "token_id",
                    token[0],
                    "token",
                    token[1],
                    "tokens",
                    "{}"),
                "schema-memory/sealing",
                Map.of("keyset", WrappedKeysets.make(key).text())));
    return Template.function(
        root.resolve("template.yaml"),
        LOGICAL_ID,
        secrets,
        Map.of("SealingKey", key.path().toUri().toString()));
  }

  private static KeyFile key() {
    try {
      Path directory = Files.createTempDirectory("schema-memory-bench");
      KeyFile key = new KeyFile(directory.resolve("sealing.key"));
      key.makeIfAbsent();
      return key;
    } catch (IOException failure) {
      throw new UncheckedIOException("no temporary directory", failure);
    }
  }
}
