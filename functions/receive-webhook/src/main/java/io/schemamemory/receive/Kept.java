package io.schemamemory.receive;

import io.schemamemory.data.Receipt;

/// What became of a verified payload.
sealed interface Kept {
  /// It is committed, or was before.
  record InDatabase(Receipt receipt) implements Kept {}

  /// The spill queue has it.
  ///
  /// @param reason why not the database
  record InQueue(String reason) implements Kept {}

  /// It is lost, unless the sender sends it again.
  record Nowhere(String databaseReason, String queueReason) implements Kept {}
}
