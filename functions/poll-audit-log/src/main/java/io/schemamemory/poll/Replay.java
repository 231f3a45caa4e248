package io.schemamemory.poll;

import io.schemamemory.data.RestingEntry;
import io.schemamemory.data.SqlState;
import io.schemamemory.poll.SealedCopies.Copies;
import io.schemamemory.sealing.Opening.Reason;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// What one replay has done so far.
final class Replay {
  private final Map<Reason, Long> shut = new EnumMap<>(Reason.class);
  private Replayed sum;

  /// @param after the entry it goes on after; 0 before the first
  Replay(long after) {
    this.sum = new Replayed(0, 0, 0, 0, after, false);
  }

  Replayed sum() {
    return sum;
  }

  /// Counts what became of a feed's entries.
  void add(Copies copies, Written written) {
    copies.shut().forEach((reason, number) -> shut.merge(reason, number, Long::sum));
    long read = written.entries().size();
    sum =
        new Replayed(
            sum.read() + read,
            sum.known() + copies.readings().size() - written.quarantined() - read,
            sum.unreadable() + written.quarantined(),
            shut.values().stream().mapToLong(Long::longValue).sum(),
            sum.last(),
            false);
  }

  /// Goes on behind a stretch; there is nothing behind one that is not full.
  void moveOn(List<RestingEntry> stretch, int full) {
    sum =
        new Replayed(
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
  Replayed answer() {
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
