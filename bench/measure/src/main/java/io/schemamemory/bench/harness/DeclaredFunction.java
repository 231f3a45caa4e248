package io.schemamemory.bench.harness;

import io.schemamemory.local.template.Function;
import io.schemamemory.local.template.SecretValues;
import io.schemamemory.local.template.Template;
import io.schemamemory.roles.Credentials;
import java.nio.file.Path;
import java.util.Map;

/// Reads a function's declaration from `template.yaml`, memory and environment included.
public final class DeclaredFunction {
  private DeclaredFunction() {}

  /// The function without SnapStart, which reads its secrets by AWS's SDK.
  public static Function of(
      Path root, Credentials credentials, BenchSecrets stored, String logicalId) {
    return stored.bySdk(plain(root, credentials, logicalId));
  }

  /// The function without SnapStart, as it is declared.
  public static Function plain(Path root, Credentials credentials, String logicalId) {
    SecretValues secrets = new SecretValues(Map.of("schema-memory/database", credentials.reveal()));
    Map<String, String> coldly = Map.of("SnapStart", "None");
    return Template.function(root.resolve("template.yaml"), logicalId, secrets, coldly);
  }
}
