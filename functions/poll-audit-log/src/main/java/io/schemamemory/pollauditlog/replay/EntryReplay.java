package io.schemamemory.pollauditlog.replay;

import io.schemamemory.data.audit.QuarantinedPayload;
import io.schemamemory.data.connection.SqlState;
import io.schemamemory.pollauditlog.answer.EntriesReplayed;
import io.schemamemory.pollauditlog.ledger.LedgerWrite;
import io.schemamemory.pollauditlog.replay.SealedCopies.Copies;
import io.schemamemory.sealing.OpenResult.Reason;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// What one replay has done so far.
final class EntryReplay {
  private final Map<Reason, Long> shut = new EnumMap<>(Reason.class);
  private EntriesReplayed sum;

  /// @param after the entry it goes on after; 0 before the first
  EntryReplay(long after) {
    this.sum = new EntriesReplayed(0, 0, 0, 0, after, false);
  }

  EntriesReplayed sum() {
    return sum;
  }

  /// Counts what became of a feed's entries.
  void add(Copies copies, LedgerWrite written) {
    copies.shut().forEach((reason, number) -> shut.merge(reason, number, Long::sum));
    long read = written.entries().size();
    sum =
        new EntriesReplayed(
            sum.read() + read,
            sum.known() + copies.readings().size() - written.quarantined() - read,
            sum.unreadable() + written.quarantined(),
            shut.values().stream().mapToLong(Long::longValue).sum(),
            sum.last(),
            false);
  }

  /// Goes on behind a stretch; there is nothing behind one that is not full.
  void moveOn(List<QuarantinedPayload> stretch, int full) {
    sum =
        new EntriesReplayed(
            sum.read(),
            sum.known(),
            sum.unreadable(),
            sum.shut(),
            stretch.isEmpty() ? sum.last() : stretch.getLast().id(),
            stretch.size() < full);
  }

  /// What to answer.
  ///
  /// @throws IllegalStateException if some stayed shut: somebody must bring their key
  EntriesReplayed answer() {
    if (!shut.isEmpty()) {
      throw new IllegalStateException(
          shut.entrySet().stream()
                  .map(one -> one.getValue() + " entries stay shut: " + whatToDo(one.getKey()))
                  .collect(Collectors.joining("; "))
              + "; nothing of them is lost. "
              + sum);
    }
    return sum;
  }

  /// Not the driver's message, which may repeat what was bound.
  IllegalStateException stopped(Exception failure) {
    return new IllegalStateException(
        "replaying stopped: %s SQLSTATE=%s; nothing is lost, replay again with \"after\":%d. %s"
            .formatted(failure.getClass().getSimpleName(), SqlState.of(failure), sum.last(), sum));
  }

  private static String whatToDo(Reason reason) {
    return switch (reason) {
      case KEY_UNKNOWN ->
          "SEALING_KEYSET does not have the key that sealed them, give it the keyset file that has"
              + " and replay again";
      case KEY_RETIRED ->
          "the key that sealed them is retired, restore it with bin/keyset, deploy and replay again";
      case ALTERED_OR_MOVED, NOT_SEALED ->
          "they are not as they were sealed, bring these rows of memory.quarantine back from a"
              + " backup and replay again";
    };
  }
}
