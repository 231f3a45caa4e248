package io.schemamemory.receive;

import io.schemamemory.data.DatabaseException;
import io.schemamemory.data.Receipt;
import io.schemamemory.domain.signature.VerifiedPayload;
import io.schemamemory.receive.Kept.InDatabase;
import io.schemamemory.receive.Kept.InQueue;
import io.schemamemory.receive.Kept.Nowhere;
import io.schemamemory.receive.Step.State.Done;
import io.schemamemory.receive.Step.State.Failed;
import io.schemamemory.receive.Step.State.Unfinished;
import io.schemamemory.receive.queue.SpillException;

/// Makes a verified payload durable: in the database, or else in the spill queue.
final class Keeper {
  private final TimedInbox inbox;
  private final Spill spill;

  Keeper(TimedInbox inbox, Spill spill) {
    this.inbox = inbox;
    this.spill = spill;
  }

  Kept keep(VerifiedPayload payload, Budget budget) {
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

  private Kept spill(VerifiedPayload payload, String databaseReason, Budget budget) {
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
