package io.schemamemory.receivewebhook;

import io.schemamemory.data.connection.DatabaseException;
import io.schemamemory.data.inbox.Receipt;
import io.schemamemory.domain.signature.VerifiedPayload;
import io.schemamemory.receivewebhook.StoreResult.InDatabase;
import io.schemamemory.receivewebhook.StoreResult.InQueue;
import io.schemamemory.receivewebhook.StoreResult.Nowhere;
import io.schemamemory.receivewebhook.TimedStep.State.Done;
import io.schemamemory.receivewebhook.TimedStep.State.Failed;
import io.schemamemory.receivewebhook.TimedStep.State.Unfinished;
import io.schemamemory.receivewebhook.queue.SpillException;

/// Makes a verified payload durable: in the database, or else in the spill queue.
final class DurableStore {
  private final TimedInbox inbox;
  private final LazySpillQueue spill;

  DurableStore(TimedInbox inbox, LazySpillQueue spill) {
    this.inbox = inbox;
    this.spill = spill;
  }

  StoreResult keep(VerifiedPayload payload, Budget budget) {
    return switch (inbox.receive(payload, budget.databaseLimit())) {
      case Done<Receipt>(Receipt receipt) when receipt != Receipt.UNKNOWN_SOURCE ->
          new InDatabase(receipt);
      // Somebody has yet to make it; until then the queue keeps what it sends.
      case Done<Receipt> _ ->
          spill(payload, "the database has no source " + payload.source(), budget);
      case Failed<Receipt>(Throwable cause) -> spill(payload, reason(cause), budget);
      case Unfinished<Receipt> _ -> spill(payload, "storing a delivery took too long", budget);
    };
  }

  private StoreResult spill(VerifiedPayload payload, String databaseReason, Budget budget) {
    return switch (spill.keep(payload, budget.latest())) {
      case Done<Integer> _ -> new InQueue(databaseReason);
      case Failed<Integer>(Throwable cause) -> new Nowhere(databaseReason, reason(cause));
      case Unfinished<Integer> _ -> new Nowhere(databaseReason, "the spill queue took too long");
    };
  }

  /// Of other failures not the message, which may repeat what was received.
  private static String reason(Throwable cause) {
    return switch (cause) {
      case DatabaseException database -> String.valueOf(database.getMessage());
      case SpillException queue -> String.valueOf(queue.getMessage());
      default -> cause.getClass().getSimpleName();
    };
  }
}
