package io.schemamemory.domain.signature;

import java.time.Instant;

/// A secret that no longer verifies new webhooks, and since when.
public record RetiredSecret(WebhookSecret secret, Instant at) {}
