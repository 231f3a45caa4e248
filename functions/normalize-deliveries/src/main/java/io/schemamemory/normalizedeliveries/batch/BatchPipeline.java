package io.schemamemory.normalizedeliveries.batch;

import io.schemamemory.data.inbox.Claim;
import io.schemamemory.job.Counts;
import io.schemamemory.job.WriteBehind;
import io.schemamemory.normalizedeliveries.answer.NormalizeCounter;
import java.util.List;
import java.util.concurrent.Callable;

/// The batches of one run: one is written while the next is claimed and read. Closing waits for the
/// last.
public final class BatchPipeline implements AutoCloseable {
  private final WriteBehind<BatchResult> behind = new WriteBehind<>();
  private final BatchNormalizer batch;
  private final BatchLog log;
  private Counts<NormalizeCounter> total = Counts.none(NormalizeCounter.class);

  public BatchPipeline(BatchNormalizer batch, BatchLog log) {
    this.batch = batch;
    this.log = log;
  }

  /// What the batches did that have ended.
  public Counts<NormalizeCounter> total() {
    return total;
  }

  /// Reads what was claimed, and has it written.
  public void normalize(List<Claim> claims) {
    if (!claims.isEmpty()) {
      behind.write(read(claims)).ifPresent(this::ended);
    }
  }

  /// The same with no other batch in flight: a delivery that kills the function must take no others
  /// along.
  public void normalizeAlone(List<Claim> claims) {
    if (!claims.isEmpty()) {
      awaitLast();
      normalize(claims);
      awaitLast();
    }
  }

  private void awaitLast() {
    behind.finish().ifPresent(this::ended);
  }

  private void ended(BatchResult result) {
    log.log(result);
    total = total.plus(result.counts());
  }

  /// A batch that cannot be read fails in its turn, as one that cannot be written.
  private Callable<BatchResult> read(List<Claim> claims) {
    try {
      List<NormalizationDecision> decisions = batch.decide(claims);
      return () -> write(claims, decisions);
    } catch (RuntimeException failure) {
      return () -> new BatchResult.Failed(claims.size(), failure);
    }
  }

  /// One bad delivery must not stop the others: each of these is retried alone.
  private BatchResult write(List<Claim> claims, List<NormalizationDecision> decisions) {
    try {
      return new BatchResult.Written(decisions, batch.write(claims, decisions));
    } catch (RuntimeException failure) {
      return new BatchResult.Failed(claims.size(), failure);
    }
  }

  @Override
  public void close() {
    try (behind) {
      awaitLast();
    }
  }
}
