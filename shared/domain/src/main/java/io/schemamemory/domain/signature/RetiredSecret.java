package io.schemamemory.domain.signature;

import java.time.Instant;

/// A secret that no longer lets webhooks in, and since when.
public record RetiredSecret(WebhookSecret secret, Instant at) {}
