package io.schemamemory.data.inbox;

import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A claimed delivery with its body.
public final class Delivery {
  private final Claim claim;
  private final long workspaceId;
  private final String source;
  private final byte[] digest;
  private final byte @Nullable [] body;

  Delivery(Claim claim, long workspaceId, String source, byte[] digest, byte @Nullable [] body) {
    this.claim = claim;
    this.workspaceId = workspaceId;
    this.source = source;
    this.digest = digest;
    this.body = body;
  }

  /// Our claim on it.
  public Claim claim() {
    return claim;
  }

  /// Its id in our database.
  public long id() {
    return claim.deliveryId();
  }

  /// The workspace of its source.
  public long workspaceId() {
    return workspaceId;
  }

  /// The source it came from.
  public String source() {
    return source;
  }

  /// The SHA-256 of its body.
  public byte[] digest() {
    return digest;
  }

  /// When it was received.
  public Instant receivedAt() {
    return claim.receivedAt();
  }

  /// The exact bytes; empty if they are no longer kept.
  public Optional<byte[]> body() {
    return Optional.ofNullable(body);
  }
}
