package io.schemamemory.local.demo;

import io.schemamemory.domain.signature.WebhookSecret;
import io.schemamemory.domain.signature.WebhookSecrets;
import io.schemamemory.testkit.webhook.Signatures;
import io.schemamemory.webhook.secrets.SecretsDocument;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// Signs as PlanetScale does, with a live secret of a source.
public record Sender(String source, WebhookSecret secret) {
  private static final String PATH = "/api/planetscale/webhooks";

  /// A sender for a source with a live secret; for the bare path if it has one.
  ///
  /// @throws IllegalStateException if no source has a live secret
  public static Sender of(String document) {
    WebhookSecrets secrets = SecretsDocument.parse(document);
    return Stream.concat(Stream.of(WebhookSecrets.BARE), secrets.bySource().keySet().stream())
        .flatMap(source -> of(secrets, source).stream())
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalStateException(
                    "no source has a live secret: give one with bin/webhook-secrets rotate"));
  }

  private static Optional<Sender> of(WebhookSecrets secrets, String source) {
    List<WebhookSecret> live = secrets.of(source).map(known -> known.live()).orElse(List.of());
    return live.stream().findFirst().map(secret -> new Sender(source, secret));
  }

  /// The path it posts to.
  public String path() {
    return source.equals(WebhookSecrets.BARE) ? PATH : PATH + "/" + source;
  }

  /// The signature header's value for a body.
  public String sign(byte[] body) {
    return Signatures.sign(secret.reveal(), body);
  }
}
