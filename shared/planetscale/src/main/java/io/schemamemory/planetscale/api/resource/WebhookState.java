package io.schemamemory.planetscale.api.resource;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;

/// How a database's webhook to this installation is.
public sealed interface WebhookState {
  /// Enabled, and sends every event that is needed.
  record Healthy(Webhook webhook) implements WebhookState {}

  /// Disabled, as PlanetScale creates a webhook, and as it leaves one that keeps failing.
  ///
  /// @param failedAt when its last delivery failed; empty if that succeeded, or there was none
  record Disabled(Webhook webhook, Optional<Instant> failedAt) implements WebhookState {}

  /// Enabled, but its last delivery failed: PlanetScale disables it if that goes on.
  record Failing(Webhook webhook, Instant failedAt) implements WebhookState {}

  /// Enabled, but not subscribed to these events.
  record EventsMissing(Webhook webhook, List<String> events) implements WebhookState {
    public EventsMissing {
      events = List.copyOf(events);
    }
  }

  /// No webhook of the database posts to this installation.
  record Missing() implements WebhookState {}

  /// Two webhooks to one URL are how a secret is rotated: one that is healthy is enough.
  ///
  /// @param webhooks all of the database's
  /// @param isOurs whether a URL leads to this installation
  /// @param neededEvents the database's [Database#neededEvents()]
  static WebhookState of(
      List<Webhook> webhooks, Predicate<String> isOurs, List<String> neededEvents) {
    List<WebhookState> ours =
        webhooks.stream()
            .filter(webhook -> isOurs.test(webhook.url()))
            .map(webhook -> of(webhook, neededEvents))
            .toList();
    return ours.stream()
        .filter(Healthy.class::isInstance)
        .findFirst()
        .or(() -> ours.stream().findFirst())
        .orElseGet(Missing::new);
  }

  private static WebhookState of(Webhook webhook, List<String> neededEvents) {
    Optional<Instant> failedAt =
        Optional.ofNullable(webhook.lastSentAt())
            .filter(_ -> Objects.equals(webhook.lastSentSuccess(), false));
    if (!webhook.enabled()) {
      return new Disabled(webhook, failedAt);
    }
    if (failedAt.isPresent()) {
      return new Failing(webhook, failedAt.get());
    }
    List<String> missing =
        neededEvents.stream().filter(event -> !webhook.events().contains(event)).toList();
    return missing.isEmpty() ? new Healthy(webhook) : new EventsMissing(webhook, missing);
  }
}
