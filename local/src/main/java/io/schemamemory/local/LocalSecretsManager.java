package io.schemamemory.local;

import io.schemamemory.local.template.Template;
import io.schemamemory.roles.Credentials;
import io.schemamemory.testkit.aws.SecretsManagerServer;

/// Secrets Manager on this machine, with what a deploy would have stored there.
final class LocalSecretsManager {
  /// The template's names of the secrets; each login's URL is one of its own.
  static final String DATABASE = "schema-memory/database";

  private static final String WEBHOOK = "schema-memory/webhook";

  private LocalSecretsManager() {}

  /// Starts it, and tells every function where it is.
  static Template with(
      Template template, Credentials credentials, LocalSecrets webhook, Closing closing) {
    SecretsManagerServer server = SecretsManagerServer.start();
    closing.atEnd(server::close);
    server.put(WEBHOOK, webhook.document());
    credentials.reveal().forEach((login, url) -> server.put(DATABASE + "/" + login, url));
    Template told = template.with("AWS_ENDPOINT_URL_SECRETS_MANAGER", server.uri());
    for (String key : new String[] {"AWS_ACCESS_KEY_ID", "AWS_SECRET_ACCESS_KEY"}) {
      told = told.with(key, "none");
    }
    return told;
  }
}
