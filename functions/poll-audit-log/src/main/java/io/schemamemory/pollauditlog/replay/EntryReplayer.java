package io.schemamemory.pollauditlog.replay;

import com.amazonaws.services.lambda.runtime.LambdaLogger;
import com.amazonaws.services.lambda.runtime.logging.LogLevel;
import io.micronaut.context.annotation.Prototype;
import io.schemamemory.data.audit.Feed;
import io.schemamemory.data.audit.Feeds;
import io.schemamemory.data.audit.QuarantineSelection;
import io.schemamemory.data.audit.QuarantinedPayload;
import io.schemamemory.data.audit.QuarantinedPayloads;
import io.schemamemory.data.runs.Lease;
import io.schemamemory.job.Deadline;
import io.schemamemory.job.HeldLease;
import io.schemamemory.job.JobLeases;
import io.schemamemory.job.Transactions;
import io.schemamemory.pollauditlog.ledger.LedgerWriter;
import java.util.List;
import java.util.Optional;

/// Reads quarantined entries again, and writes them as if PlanetScale showed them.
///
/// It follows the quarantine's ids, and entries that were read leave quarantine, so it may be
/// stopped anywhere.
@Prototype
public class EntryReplayer {
  /// Entries of one transaction, which may be large.
  public static final int BATCH = 100;

  private final Transactions transactions;
  private final JobLeases leases;
  private final QuarantineReader reader;
  private final LedgerWriter writer;

  EntryReplayer(
      Transactions transactions, JobLeases leases, QuarantineReader reader, LedgerWriter writer) {
    this.transactions = transactions;
    this.leases = leases;
    this.reader = reader;
    this.writer = writer;
  }

  /// Replays while there is time.
  ///
  /// @param after the entry to continue after; 0 before the first
  /// @throws IllegalStateException if some could not be decrypted or written
  public EntriesReplayed replay(
      QuarantineSelection selection, long after, Deadline deadline, LambdaLogger logger) {
    // A lease of its own, so that it waits for no walk: the ledger takes an entry once, from
    // either.
    Optional<HeldLease> lease = leases.take("poll-audit-log replay", deadline);
    if (lease.isEmpty()) {
      throw new IllegalStateException(
          "another replay is running; if it was killed, replay again in two minutes");
    }
    EntryReplay replay = new EntryReplay(after);
    try (HeldLease held = lease.get()) {
      List<Feed> feeds = transactions.read(connection -> new Feeds(connection).read());
      while (!replay.isFinished() && deadline.allowsMore()) {
        held.renew();
        batch(replay, selection, feeds, held.lease());
        logger.log("replayed so far " + replay.sum(), LogLevel.INFO);
      }
    } catch (RuntimeException failure) {
      throw replay.stopped(failure);
    }
    return replay.answer();
  }

  private void batch(
      EntryReplay replay, QuarantineSelection selection, List<Feed> feeds, Lease lease) {
    List<QuarantinedPayload> batch =
        transactions.read(
            connection ->
                new QuarantinedPayloads(connection).after(replay.last(), selection, BATCH));
    for (Feed feed : feeds) {
      List<QuarantinedPayload> entries =
          batch.stream().filter(entry -> entry.feedId() == feed.id()).toList();
      QuarantineReader.Result result = reader.read(feed, entries);
      replay.add(result, writer.replay(feed, lease, result.readings()));
    }
    replay.moveOn(batch);
  }
}
