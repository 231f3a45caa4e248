package io.schemamemory.local;

import io.schemamemory.local.template.Template;
import io.schemamemory.roles.Credentials;
import io.schemamemory.testkit.aws.SecretsManagerServer;

/// Secrets Manager on this machine, with what a deploy would have stored there, by the template's
/// names.
record LocalAws(SecretsManagerServer server) {
  /// Starts it without a secret.
  static LocalAws start(Closing closing) {
    SecretsManagerServer server = SecretsManagerServer.start();
    closing.atEnd(server::close);
    return new LocalAws(server);
  }

  /// Each login's URL is a secret of its own.
  LocalAws store(Credentials credentials) {
    credentials
        .reveal()
        .forEach((login, url) -> server.put("schema-memory/database/" + login, url));
    return this;
  }

  LocalAws store(LocalSecrets webhook) {
    server.put("schema-memory/webhook", webhook.document());
    return this;
  }

  LocalAws store(LocalPlanetScale planetScale) {
    server.put("schema-memory/planetscale", planetScale.tokens().write());
    return this;
  }

  LocalAws store(LocalSealing sealing) {
    server.put("schema-memory/sealing", sealing.keyset());
    return this;
  }

  /// Tells every function where it is.
  Template tell(Template template) {
    Template told = template.with("AWS_ENDPOINT_URL_SECRETS_MANAGER", server.uri());
    for (String key : new String[] {"AWS_ACCESS_KEY_ID", "AWS_SECRET_ACCESS_KEY"}) {
      told = told.with(key, "none");
    }
    return told;
  }
}
