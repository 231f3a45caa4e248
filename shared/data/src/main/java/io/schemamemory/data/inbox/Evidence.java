package io.schemamemory.data.inbox;

import io.schemamemory.domain.signature.SignatureVerifier;
import io.schemamemory.domain.signature.Verification;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A stored delivery's evidence: its signature, and its bytes while they are kept.
public final class Evidence {
  private final long deliveryId;
  private final String source;
  private final String signature;
  private final String fingerprint;
  private final byte @Nullable [] body;

  private Evidence(
      long deliveryId,
      String source,
      String signature,
      String fingerprint,
      byte @Nullable [] body) {
    this.deliveryId = deliveryId;
    this.source = source;
    this.signature = signature;
    this.fingerprint = fingerprint;
    this.body = body;
  }

  static Evidence of(ResultSet row) throws SQLException {
    return new Evidence(
        row.getLong("id"),
        row.getString("source"),
        row.getString("signature"),
        row.getString("secret_fingerprint"),
        row.getBytes("body"));
  }

  /// The delivery's id in our database.
  public long deliveryId() {
    return deliveryId;
  }

  /// The source it came from.
  public String source() {
    return source;
  }

  /// Verifies the bytes with the secret they were received under; empty if they are no longer kept.
  public Optional<Verification> verifyAgain(SignatureVerifier verifier) {
    return Optional.ofNullable(body)
        .map(bytes -> verifier.verifyAgain(source, fingerprint, signature, bytes));
  }
}
