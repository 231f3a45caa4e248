package io.schemamemory.receivewebhook;

import io.schemamemory.roles.Login;
import io.schemamemory.testkit.aws.SecretsManagerServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/// The real receiver with both of its secrets in Secrets Manager, asked by AWS's SDK, as deployed.
abstract class StoredSecretsFixture extends ReceiverFixture {
  static final String WEBHOOK = "schema-memory/webhook";
  static final String DATABASE = "schema-memory/database/receive_webhook";

  final SecretsManagerServer secrets = SecretsManagerServer.start();

  @BeforeEach
  void asDeployed() {
    secrets.environment().forEach(environment::set);
    // The spill queue's account.
    queue.environment().forEach(environment::set);
    environment.remove("PLANETSCALE_WEBHOOK_SECRET");
    environment.set("DATABASE_URL", "");
    environment.set("WEBHOOK_SECRETS_ID", WEBHOOK);
    environment.set("DATABASE_SECRET_ID", DATABASE);
    secrets.put(WEBHOOK, "{\"default\":\"old\"}");
    secrets.put(DATABASE, databaseUrl());
  }

  @AfterEach
  void stopSecrets() {
    secrets.close();
  }

  static String databaseUrl() {
    return database.url(Login.RECEIVE_WEBHOOK).reveal();
  }

  /// The status of a webhook that comes to the source default.
  int post(ReceiveWebhook handler, String secret, byte[] body) {
    return status(handler, SecretsFixture.signedFor("default", secret, body), invocation);
  }

  /// The last line that was logged.
  String said() {
    return invocation.log().lines().toList().getLast();
  }
}
