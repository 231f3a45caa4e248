package io.schemamemory.data.inbox;

import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A claimed delivery with its bytes.
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

  /// What entitles us to it.
  public Claim claim() {
    return claim;
  }

  /// Our id of it.
  public long id() {
    return claim.deliveryId();
  }

  /// The workspace of its source, as the database has it.
  public long workspaceId() {
    return workspaceId;
  }

  /// The webhook it came through.
  public String source() {
    return source;
  }

  /// The SHA-256 of its body.
  public byte[] digest() {
    return digest;
  }

  /// When it came.
  public Instant receivedAt() {
    return claim.receivedAt();
  }

  /// The exact bytes; nothing once their month has been forgotten.
  public Optional<byte[]> body() {
    return Optional.ofNullable(body);
  }
}
