package io.schemamemory.bench.harness;

import io.schemamemory.local.template.Function;
import io.schemamemory.local.template.SecretValues;
import io.schemamemory.local.template.Template;
import io.schemamemory.roles.Credentials;
import io.schemamemory.testkit.webhook.SecretsExtensionServer;
import java.nio.file.Path;
import java.util.Map;

/// Reads a function's declaration from `template.yaml`, memory and environment included.
public final class DeclaredFunction {
  private DeclaredFunction() {}

  /// The function without SnapStart, which reads its secrets at the given extension.
  public static Function of(
      Path root, Credentials credentials, SecretsExtensionServer extension, String logicalId) {
    SecretValues secrets = new SecretValues(Map.of("schema-memory/database", credentials.reveal()));
    Map<String, String> coldly = Map.of("SnapStart", "None");
    return Template.function(root.resolve("template.yaml"), logicalId, secrets, coldly)
        .with("AWS_SESSION_TOKEN", extension.token())
        .with("PARAMETERS_SECRETS_EXTENSION_HTTP_PORT", Integer.toString(extension.port()));
  }
}
