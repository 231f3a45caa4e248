package io.schemamemory.normalizedeliveries.batch;

import io.schemamemory.data.inbox.Claim;
import io.schemamemory.job.WriteBehind;
import io.schemamemory.normalizedeliveries.answer.NormalizeCounts;
import java.util.List;
import java.util.concurrent.Callable;

/// The batches of one run: one is written while the next is claimed and read. Closing waits for the
/// last.
public final class BatchPipeline implements AutoCloseable {
  private final WriteBehind<BatchEnd> behind = new WriteBehind<>();
  private final BatchNormalizer batch;
  private final BatchLog log;
  private NormalizeCounts total = NormalizeCounts.NONE;

  public BatchPipeline(BatchNormalizer batch, BatchLog log) {
    this.batch = batch;
    this.log = log;
  }

  /// What the batches did that have ended.
  public NormalizeCounts total() {
    return total;
  }

  /// Reads what was claimed, and has it written.
  public void normalize(List<Claim> claims) {
    if (!claims.isEmpty()) {
      behind.write(read(claims)).ifPresent(this::ended);
    }
  }

  /// The same with nothing beside it: what kills whoever tries it must kill nothing else.
  public void normalizeAlone(List<Claim> claims) {
    if (!claims.isEmpty()) {
      settle();
      normalize(claims);
      settle();
    }
  }

  private void settle() {
    behind.finish().ifPresent(this::ended);
  }

  private void ended(BatchEnd end) {
    log.log(end);
    total = total.plus(end.tally());
  }

  private Callable<BatchEnd> read(List<Claim> claims) {
    try {
      List<NormalizationDecision> verdicts = batch.judge(claims);
      return () -> write(claims, verdicts);
    } catch (Exception failure) {
      // Any: a transaction throws the driver's checked exceptions undeclared.
      return () -> new BatchEnd.Failed(claims.size(), failure);
    }
  }

  /// One poisoned delivery must not stop the others: each of these is tried again alone.
  private BatchEnd write(List<Claim> claims, List<NormalizationDecision> verdicts) {
    try {
      return new BatchEnd.Written(verdicts, batch.write(claims, verdicts));
    } catch (Exception failure) {
      // Any, as above.
      return new BatchEnd.Failed(claims.size(), failure);
    }
  }

  @Override
  public void close() {
    try (behind) {
      settle();
    }
  }
}
