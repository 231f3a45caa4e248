package io.schemamemory.receivewebhook;

import io.schemamemory.data.connection.DatabaseException;
import io.schemamemory.data.connection.TimeLimit;
import io.schemamemory.data.inbox.Receipt;
import io.schemamemory.domain.signature.VerifiedPayload;
import io.schemamemory.receivewebhook.StoreResult.InDatabase;
import io.schemamemory.receivewebhook.StoreResult.InQueue;
import io.schemamemory.receivewebhook.StoreResult.NotStored;
import io.schemamemory.receivewebhook.TimedStep.State;
import io.schemamemory.receivewebhook.TimedStep.State.Done;
import io.schemamemory.receivewebhook.TimedStep.State.Failed;
import io.schemamemory.receivewebhook.TimedStep.State.Unfinished;
import io.schemamemory.receivewebhook.queue.SpillException;
import io.schemamemory.secrets.SecretException;
import io.schemamemory.settings.SettingException;

/// Makes a verified payload durable: in the database, or else in the spill queue.
final class DurableStore {
  private static final int LARGE = 1024 * 1024;

  private final TimedInbox inbox;
  private final LazySpillQueue queue;

  DurableStore(TimedInbox inbox, LazySpillQueue queue) {
    this.inbox = inbox;
    this.queue = queue;
  }

  StoreResult store(VerifiedPayload payload, Budget budget) {
    return switch (stored(payload, budget)) {
      case Done<Receipt>(Receipt receipt) when receipt != Receipt.UNKNOWN_SOURCE ->
          new InDatabase(receipt);
      // Until the source is added, the queue keeps its deliveries.
      case Done<Receipt> _ ->
          spill(
              payload, new InQueue("the database has no source " + payload.source(), true), budget);
      case Failed<Receipt>(Throwable cause) ->
          spill(payload, new InQueue(reason(cause), false), budget);
      case Unfinished<Receipt> _ ->
          spill(payload, new InQueue("storing a delivery took too long", false), budget);
    };
  }

  /// Begins what needs no payload yet.
  void prepare() {
    inbox.prepare();
  }

  /// Without a client of the queue, a database that is slow gives the time to make one.
  private State<Receipt> stored(VerifiedPayload payload, Budget budget) {
    TimeLimit limit =
        payload.bytes().length > LARGE ? budget.databaseLimitOfLarge() : budget.databaseLimit();
    return queue.isReady()
        ? inbox.store(payload, limit)
        : inbox.store(payload, budget.slowLimit(), queue::prepare, limit);
  }

  /// @param wanted the result if the queue takes it
  private StoreResult spill(VerifiedPayload payload, InQueue wanted, Budget budget) {
    return switch (queue.store(payload, budget.answerLimit())) {
      case Done<Integer> _ -> wanted;
      case Failed<Integer>(Throwable cause) -> new NotStored(wanted.reason(), reason(cause));
      case Unfinished<Integer> _ -> new NotStored(wanted.reason(), "the spill queue took too long");
    };
  }

  /// For other failures without the message, which may repeat the payload.
  private static String reason(Throwable cause) {
    return switch (cause) {
      case DatabaseException database -> String.valueOf(database.getMessage());
      case SpillException spill -> String.valueOf(spill.getMessage());
      case SecretException secret -> String.valueOf(secret.getMessage());
      case SettingException setting -> String.valueOf(setting.getMessage());
      default -> cause.getClass().getSimpleName();
    };
  }
}
