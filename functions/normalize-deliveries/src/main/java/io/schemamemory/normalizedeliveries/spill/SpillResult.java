package io.schemamemory.normalizedeliveries.spill;

import io.schemamemory.data.connection.SqlState;
import io.schemamemory.domain.signature.DeliveryDigest;
import java.util.Optional;

/// The result of handling one spilled message.
sealed interface SpillResult {
  /// It is committed, now or before.
  record Stored(DeliveryDigest delivery) implements SpillResult {}

  /// It is not a delivery, does not verify, or is of a source the database does not know.
  ///
  /// @param delivery empty if it is none
  record Refused(Optional<DeliveryDigest> delivery, String reason) implements SpillResult {}

  /// The database did not take it.
  record Failed(Optional<DeliveryDigest> delivery, RuntimeException cause) implements SpillResult {
    boolean databaseIsAway() {
      return SqlState.meansAway(cause);
    }
  }

  /// It was not tried: the database is away, or the time is up.
  record Postponed() implements SpillResult {}

  /// Its name in the log.
  default String label() {
    return switch (this) {
      case Stored _ -> "stored";
      case Refused _ -> "refused";
      case Failed _ -> "failed";
      case Postponed _ -> "postponed";
    };
  }
}
