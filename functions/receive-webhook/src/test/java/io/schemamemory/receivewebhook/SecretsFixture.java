package io.schemamemory.receivewebhook;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.schemamemory.testkit.webhook.SecretsExtensionServer;
import io.schemamemory.testkit.webhook.Signatures;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/// The real receiver with its secrets in Secrets Manager, as deployed.
abstract class SecretsFixture extends ReceiverFixture {
  private static final String ID = "schema-memory/webhook";

  /// What Secrets Manager holds.
  private final Map<String, String> secrets = new ConcurrentHashMap<>();

  final SecretsExtensionServer extension =
      SecretsExtensionServer.start(name -> Optional.ofNullable(secrets.get(name)));

  @BeforeEach
  void asDeployed() {
    environment.remove("PLANETSCALE_WEBHOOK_SECRET");
    environment.set("WEBHOOK_SECRETS_ID", ID);
    environment.set("AWS_SESSION_TOKEN", extension.token());
    environment.set("PARAMETERS_SECRETS_EXTENSION_HTTP_PORT", extension.port());
  }

  @AfterEach
  void stopExtension() {
    extension.close();
  }

  /// Replaces the secret, as an administrator does.
  void document(String document) {
    secrets.put(ID, document.replace('\'', '"'));
  }

  /// The status of a webhook that comes to a source's path.
  int post(ReceiveWebhook handler, String source, String secret, byte[] body) {
    return status(handler, signedFor(source, secret, body), invocation);
  }

  /// A webhook that comes to a source's path.
  static ObjectNode signedFor(String source, String secret, byte[] body) {
    ObjectNode event = event(body, Map.of(Signatures.HEADER, Signatures.sign(secret, body)));
    event.putObject("pathParameters").put("source", source);
    return event;
  }
}
