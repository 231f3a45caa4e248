package io.schemamemory.normalizedeliveries.batch;

import io.schemamemory.data.connection.DatabaseException;
import io.schemamemory.data.inbox.Claim;
import io.schemamemory.job.Counts;
import io.schemamemory.job.Deadline;
import io.schemamemory.job.WriteBehind;
import io.schemamemory.normalizedeliveries.answer.NormalizeCounter;
import io.schemamemory.normalizedeliveries.batch.BatchResult.Failed;
import io.schemamemory.normalizedeliveries.batch.BatchResult.Written;
import io.schemamemory.normalizedeliveries.batch.Setback.AttemptUsed;
import io.schemamemory.normalizedeliveries.batch.Setback.GiveUp;
import io.schemamemory.normalizedeliveries.batch.Setback.TryAgain;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;

/// The batches of one run: one is written while the next is claimed and read. Closing waits for the
/// last.
public final class BatchPipeline implements AutoCloseable {
  private final WriteBehind<BatchResult> behind = new WriteBehind<>();
  private final BatchNormalizer batch;
  private final UnreturnedClaims unreturned;
  private final BatchLog log;
  private final Set<Long> failed = new HashSet<>();
  private Counts<NormalizeCounter> written = Counts.none(NormalizeCounter.class);
  private Pace pace = Pace.START;

  public BatchPipeline(BatchNormalizer batch, UnreturnedClaims unreturned, BatchLog log) {
    this.batch = batch;
    this.unreturned = unreturned;
    this.log = log;
  }

  /// What the batches did that have ended. A delivery that failed in one and was written in another
  /// has not failed.
  public Counts<NormalizeCounter> total() {
    return written.plus(NormalizeCounter.FAILED, failed.size());
  }

  /// How many refused deliveries to claim together.
  public int refusedAtOnce() {
    return pace.size();
  }

  /// Whether to begin another batch.
  public boolean goesOn(Deadline deadline) {
    return pace.goesOn(deadline.left());
  }

  /// Reads what was claimed, and has it written. With nothing claimed, waits for what is being
  /// written: if that fails, its deliveries are there to be claimed.
  public void normalize(List<Claim> claims) {
    if (claims.isEmpty()) {
      awaitLast();
    } else {
      behind.write(read(claims, Trial.FIRST)).ifPresent(this::ended);
    }
  }

  /// The same with no other batch in flight: a delivery that kills the function must take no others
  /// along.
  public void normalizeAlone(List<Claim> claims) {
    if (!claims.isEmpty()) {
      awaitLast();
      behind.write(read(claims, Trial.AGAIN));
      awaitLast();
    }
  }

  private void awaitLast() {
    behind.finish().ifPresent(this::ended);
  }

  private void ended(BatchResult result) {
    log.log(result);
    pace = pace.after(result);
    List<Long> ids = result.claims().stream().map(Claim::deliveryId).toList();
    switch (result) {
      case Written(_, _, Counts<NormalizeCounter> counts) -> {
        written = written.plus(counts);
        ids.forEach(failed::remove);
      }
      case Failed(List<Claim> claims, var deliveries, RuntimeException cause) -> {
        failed.addAll(ids);
        follow(claims, deliveries, Setback.of(claims, cause));
      }
    }
  }

  private void follow(List<Claim> claims, List<LoggedDelivery> deliveries, Setback setback) {
    try {
      switch (setback) {
        case AttemptUsed() -> {}
        case TryAgain(Duration pause) -> batch.giveBack(claims, pause);
        case GiveUp(String reason) -> {
          batch.giveUp(claims.getFirst(), reason);
          log.logGivenUp(deliveries.getFirst(), reason);
          failed.remove(claims.getFirst().deliveryId());
          written = written.plus(NormalizeCounter.QUARANTINED, 1);
        }
      }
    } catch (DatabaseException away) {
      if (setback instanceof TryAgain) {
        unreturned.add(claims);
      }
      log.logUnreturned(deliveries, away);
    }
  }

  /// A batch that cannot be read fails in its turn, as one that cannot be written.
  private Callable<BatchResult> read(List<Claim> claims, Trial trial) {
    try {
      List<NormalizationDecision> decisions = batch.decide(claims);
      return () -> write(claims, decisions, trial);
    } catch (RuntimeException failure) {
      return () -> new Failed(claims, claims.stream().map(LoggedDelivery::of).toList(), failure);
    }
  }

  /// One bad delivery must not stop the others: these are tried again, fewer at a time.
  private BatchResult write(
      List<Claim> claims, List<NormalizationDecision> decisions, Trial trial) {
    try {
      return new Written(claims, decisions, batch.write(claims, decisions, trial));
    } catch (RuntimeException failure) {
      return new Failed(
          claims, decisions.stream().map(NormalizationDecision::delivery).toList(), failure);
    }
  }

  @Override
  public void close() {
    try (behind) {
      awaitLast();
    }
  }
}
