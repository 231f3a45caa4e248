package io.schemamemory.receivewebhook;

import io.schemamemory.data.inbox.Receipt;

/// What became of a verified payload.
sealed interface StoreResult {
  /// It is committed, or was before.
  record InDatabase(Receipt receipt) implements StoreResult {}

  /// The spill queue has it.
  ///
  /// @param reason why not the database
  record InQueue(String reason) implements StoreResult {}

  /// It is lost, unless the sender sends it again.
  record Nowhere(String databaseReason, String queueReason) implements StoreResult {}
}
