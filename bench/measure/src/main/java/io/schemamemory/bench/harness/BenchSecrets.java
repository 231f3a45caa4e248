package io.schemamemory.bench.harness;

import io.schemamemory.local.template.Function;
import io.schemamemory.roles.Credentials;
import io.schemamemory.testkit.Samples;
import io.schemamemory.testkit.aws.CredentialsServer;
import io.schemamemory.testkit.aws.SecretsManagerServer;
import io.schemamemory.testkit.webhook.SecretsExtensionServer;
import java.util.Map;

/// Secrets Manager on this machine, with both ways to it: AWS's SDK and AWS's layer.
public final class BenchSecrets {
  private final SecretsManagerServer server = SecretsManagerServer.start();
  private final SecretsExtensionServer extension = SecretsExtensionServer.start(server::text);
  private final CredentialsServer role = CredentialsServer.start();

  private BenchSecrets() {}

  /// Starts it with a database's logins and the webhook secret of the samples.
  public static BenchSecrets of(Credentials credentials) {
    BenchSecrets secrets = new BenchSecrets();
    secrets.server.put("schema-memory/webhook", "{\"default\":\"" + Samples.SECRET + "\"}");
    credentials
        .reveal()
        .forEach((login, url) -> secrets.server.put("schema-memory/database/" + login, url));
    return secrets;
  }

  /// A function that reads its secrets by AWS's SDK, with credentials as Lambda gives them.
  public Function bySdk(Function function) {
    Function asked = function.with("AWS_ENDPOINT_URL_SECRETS_MANAGER", server.uri());
    return with(
        asked,
        function.snapStart()
            ? role.environment()
            : Map.of("AWS_ACCESS_KEY_ID", "none", "AWS_SECRET_ACCESS_KEY", "none"));
  }

  /// A function that reads them by AWS's layer.
  public Function byLayer(Function function) {
    return with(
        function,
        Map.of(
            "AWS_SESSION_TOKEN",
            extension.token(),
            "PARAMETERS_SECRETS_EXTENSION_HTTP_PORT",
            Integer.toString(extension.port())));
  }

  private static Function with(Function function, Map<String, String> variables) {
    Function told = function;
    for (Map.Entry<String, String> variable : variables.entrySet()) {
      told = told.with(variable.getKey(), variable.getValue());
    }
    return told;
  }
}
