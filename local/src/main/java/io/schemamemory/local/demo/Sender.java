package io.schemamemory.local.demo;

import io.schemamemory.domain.signature.WebhookSecret;
import io.schemamemory.domain.signature.WebhookSecrets;
import io.schemamemory.testkit.Signatures;
import io.schemamemory.webhook.secrets.SecretsDocument;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// PlanetScale, as far as a local run can be it: posts to a source's path with a live secret of it.
public record Sender(String source, WebhookSecret secret) {
  private static final String PATH = "/api/planetscale/webhooks";

  /// One that the document lets in, by the bare path if that is open.
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

  /// Where it posts.
  public String path() {
    return source.equals(WebhookSecrets.BARE) ? PATH : PATH + "/" + source;
  }

  /// The header's value for a body.
  public String sign(byte[] body) {
    return Signatures.sign(secret.reveal(), body);
  }
}
