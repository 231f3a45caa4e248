package io.schemamemory.receivewebhook;

import io.schemamemory.data.inbox.Receipt;

/// Where a verified payload is now.
sealed interface StoreResult {
  /// It is committed, or was before.
  record InDatabase(Receipt receipt) implements StoreResult {}

  /// The spill queue has it.
  ///
  /// @param reason why the database does not
  /// @param sourceMissing whether that is because its source was not added yet
  record InQueue(String reason, boolean sourceMissing) implements StoreResult {}

  /// It is lost unless the sender sends it again.
  record NotStored(String databaseReason, String queueReason) implements StoreResult {}
}
