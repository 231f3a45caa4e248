package io.schemamemory.pollauditlog.replay;

import io.schemamemory.data.audit.QuarantinedPayload;
import io.schemamemory.job.Failure;
import io.schemamemory.pollauditlog.ledger.LedgerWrite;
import io.schemamemory.sealing.OpenResult.Reason;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// What one replay has done so far.
final class EntryReplay {
  private final Map<Reason, Long> undecryptable = new EnumMap<>(Reason.class);
  private long read;
  private long known;
  private long unreadable;
  private long last;
  private boolean finished;

  /// @param after the entry to continue after; 0 before the first
  EntryReplay(long after) {
    this.last = after;
  }

  EntriesReplayed sum() {
    long locked = undecryptable.values().stream().mapToLong(Long::longValue).sum();
    return new EntriesReplayed(read, known, unreadable, locked, last, finished);
  }

  /// The last entry looked at.
  long last() {
    return last;
  }

  boolean isFinished() {
    return finished;
  }

  /// Counts what became of a feed's entries.
  void add(QuarantineReader.Result result, LedgerWrite written) {
    result
        .undecryptable()
        .forEach((reason, number) -> undecryptable.merge(reason, number, Long::sum));
    long fresh = written.entries().size();
    read += fresh;
    known += result.readings().size() - written.quarantined() - fresh;
    unreadable += written.quarantined();
  }

  /// Moves past a batch; an empty one is the end.
  void moveOn(List<QuarantinedPayload> batch) {
    last = batch.isEmpty() ? last : batch.getLast().id();
    finished = batch.isEmpty();
  }

  /// What to answer.
  ///
  /// @throws IllegalStateException if some could not be decrypted, because their key must be
  ///     restored
  EntriesReplayed answer() {
    if (!undecryptable.isEmpty()) {
      throw new IllegalStateException(
          undecryptable.entrySet().stream()
                  .map(
                      one ->
                          one.getValue()
                              + " entries could not be decrypted: "
                              + whatToDo(one.getKey()))
                  .collect(Collectors.joining("; "))
              + "; nothing of them is lost. "
              + sum());
    }
    return sum();
  }

  IllegalStateException stopped(RuntimeException failure) {
    return new IllegalStateException(
        "replaying stopped: %s; nothing is lost, replay again with \"after\":%d. %s"
            .formatted(Failure.cause(failure), last, sum()));
  }

  private static String whatToDo(Reason reason) {
    return switch (reason) {
      case KEY_UNKNOWN ->
          "SEALING_KEYSET does not have the key that sealed them, give it the keyset file that has"
              + " and replay again";
      case KEY_RETIRED ->
          "the key that sealed them is retired, restore it with bin/keyset, deploy and replay"
              + " again";
      case ALTERED_OR_MOVED, NOT_SEALED ->
          "they were changed after they were sealed, restore these rows of memory.quarantine from a"
              + " backup and replay again";
    };
  }
}
