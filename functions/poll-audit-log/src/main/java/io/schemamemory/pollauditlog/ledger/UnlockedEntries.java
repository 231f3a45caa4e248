package io.schemamemory.pollauditlog.ledger;

import io.schemamemory.data.connection.DatabaseException;
import io.schemamemory.data.connection.SqlState;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.function.Consumer;

/// Entries whose batch met a lock: those that are not locked themselves need not wait with it.
///
/// Without the position, which passes no entry that is not written: the next run reads all of them
/// again.
final class UnlockedEntries {
  /// Enough to find one locked entry among some hundreds; each takes as long as a lock is waited
  /// for.
  private static final int MOST_REFUSALS = 12;

  private UnlockedEntries() {}

  /// Writes halves, then halves of those that are refused, until what is locked is left.
  ///
  /// @param write writes some in a transaction of their own
  static void write(List<EntryReading> batch, Consumer<List<EntryReading>> write) {
    Deque<List<EntryReading>> parts = new ArrayDeque<>();
    halve(batch, parts);
    for (int refusals = 0; !parts.isEmpty() && refusals < MOST_REFUSALS; ) {
      List<EntryReading> part = parts.removeFirst();
      try {
        write.accept(part);
      } catch (DatabaseException refused) {
        if (!SqlState.meansLocked(refused)) {
          return;
        }
        refusals++;
        halve(part, parts);
      }
    }
  }

  private static void halve(List<EntryReading> part, Deque<List<EntryReading>> parts) {
    int half = part.size() / 2;
    if (half > 0) {
      parts.addLast(part.subList(0, half));
      parts.addLast(part.subList(half, part.size()));
    }
  }
}
