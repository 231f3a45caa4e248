package io.schemamemory.planetscale.api.resource;

import io.schemamemory.domain.masking.Masking;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A webhook of a database, as PlanetScale has it, without its secret.
///
/// @param secretFingerprint identifies the secret without revealing it
/// @param enabled PlanetScale disables a webhook that keeps failing
/// @param events the names subscribed to; PlanetScale adds to these
/// @param lastSentResult the result of the last delivery, in PlanetScale's undocumented words
public record Webhook(
    String id,
    String url,
    @Nullable String secretFingerprint,
    boolean enabled,
    List<String> events,
    @Nullable String lastSentResult,
    @Nullable Boolean lastSentSuccess,
    @Nullable Instant lastSentAt,
    @Nullable Instant createdAt,
    @Nullable Instant updatedAt) {
  public Webhook {
    events = List.copyOf(events);
    lastSentResult = Masking.maybe(lastSentResult);
  }
}
