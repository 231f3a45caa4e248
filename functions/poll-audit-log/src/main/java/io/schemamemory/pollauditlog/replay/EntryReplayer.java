package io.schemamemory.pollauditlog.replay;

import com.amazonaws.services.lambda.runtime.LambdaLogger;
import com.amazonaws.services.lambda.runtime.logging.LogLevel;
import io.micronaut.transaction.TransactionOperations;
import io.schemamemory.data.audit.Feed;
import io.schemamemory.data.audit.Feeds;
import io.schemamemory.data.audit.QuarantineSelection;
import io.schemamemory.data.audit.QuarantinedPayload;
import io.schemamemory.data.audit.QuarantinedPayloads;
import io.schemamemory.data.runs.Lease;
import io.schemamemory.job.Deadline;
import io.schemamemory.job.JobLeases;
import io.schemamemory.pollauditlog.answer.EntriesReplayed;
import io.schemamemory.pollauditlog.ledger.LedgerWriter;
import io.schemamemory.pollauditlog.replay.SealedCopies.Copies;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.util.List;

/// Reads again what rests in quarantine, and writes it as if PlanetScale showed it.
///
/// In the order of its rows there; what was read has left them, so it may be stopped anywhere.
@Singleton
public class EntryReplayer {
  /// Of one transaction; one that is large takes a while.
  public static final int STRETCH = 100;

  private final TransactionOperations<Connection> transactions;
  private final JobLeases leases;
  private final SealedCopies copies;
  private final LedgerWriter writer;

  EntryReplayer(
      TransactionOperations<Connection> transactions,
      JobLeases leases,
      SealedCopies copies,
      LedgerWriter writer) {
    this.transactions = transactions;
    this.leases = leases;
    this.copies = copies;
    this.writer = writer;
  }

  /// Replays while there is time.
  ///
  /// @param after the entry to go on after; 0 before the first
  /// @throws IllegalStateException if some stayed shut, or could not be written
  public EntriesReplayed replay(
      QuarantineSelection selection, long after, Deadline deadline, LambdaLogger logger) {
    // Of its own, so that it waits for no walk: the ledger takes an entry once, whoever adds it.
    Lease lease =
        leases
            .take("poll-audit-log replay", deadline)
            .orElseThrow(
                () ->
                    new IllegalStateException(
                        "another replay is at it; if that was killed, replay again in two minutes"));
    EntryReplay replay = new EntryReplay(after);
    try {
      List<Feed> feeds = transactions.executeRead(s -> new Feeds(s.getConnection()).read());
      while (!replay.sum().finished() && deadline.allowsMore()) {
        leases.renew(lease);
        step(replay, selection, feeds, lease);
        logger.log("replayed so far " + replay.sum(), LogLevel.INFO);
      }
    } catch (Exception failure) {
      // Any: a transaction throws the driver's checked exceptions undeclared.
      throw replay.stopped(failure);
    } finally {
      giveBack(lease);
    }
    return replay.answer();
  }

  private void giveBack(Lease lease) {
    try {
      leases.release(lease);
    } catch (Exception away) {
      // Any, as above: it lapses. What stopped the replay is what there is to tell.
    }
  }

  private void step(
      EntryReplay replay, QuarantineSelection selection, List<Feed> feeds, Lease lease) {
    List<QuarantinedPayload> stretch =
        transactions.executeRead(
            status ->
                new QuarantinedPayloads(status.getConnection())
                    .after(replay.sum().last(), selection, STRETCH));
    for (Feed feed : feeds) {
      List<QuarantinedPayload> entries =
          stretch.stream().filter(entry -> entry.feedId() == feed.id()).toList();
      Copies read = copies.read(feed, entries);
      replay.add(read, writer.writeAgain(feed, lease, read.readings()));
    }
    replay.moveOn(stretch, STRETCH);
  }
}
