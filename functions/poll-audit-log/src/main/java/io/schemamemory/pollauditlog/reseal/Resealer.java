package io.schemamemory.pollauditlog.reseal;

import com.amazonaws.services.lambda.runtime.LambdaLogger;
import com.amazonaws.services.lambda.runtime.logging.LogLevel;
import io.micronaut.context.annotation.Prototype;
import io.schemamemory.data.audit.AuditQuarantine;
import io.schemamemory.data.audit.Feed;
import io.schemamemory.data.audit.Feeds;
import io.schemamemory.data.audit.SealedLedger;
import io.schemamemory.data.audit.SealedLedger.Row;
import io.schemamemory.job.Deadline;
import io.schemamemory.job.Transactions;
import io.schemamemory.pollauditlog.keyset.KeysetGuard;
import io.schemamemory.pollauditlog.ledger.LedgerSealer;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.function.Function;

/// Seals and hashes again, with the keys in use, what older keys made, so that those can be
/// retired.
///
/// Each value begins with its key's mark, so resealing continues wherever it was stopped.
@Prototype
public class Resealer {
  /// Rows of one transaction.
  private static final int BATCH = 200;

  private final Transactions transactions;
  private final LedgerSealer sealer;
  private final Reencryption reencryption;
  private final KeysetGuard keyset;

  Resealer(
      Transactions transactions,
      LedgerSealer sealer,
      Reencryption reencryption,
      KeysetGuard keyset) {
    this.transactions = transactions;
    this.sealer = sealer;
    this.reencryption = reencryption;
    this.keyset = keyset;
  }

  /// What one transaction did.
  ///
  /// @param last where the next begins; empty after the end
  private record Batch<K>(Optional<K> last, long resealed, long undecryptable) {}

  public Resealed reseal(Deadline deadline, LambdaLogger logger) {
    List<Feed> feeds = transactions.read(connection -> new Feeds(connection).read());
    Resealed sum = Resealed.NOTHING;
    for (Feed feed : feeds) {
      sum = sum.plus(all("", id -> ledger(feed, id), deadline, logger));
      sum = sum.plus(all(Long.MIN_VALUE, id -> quarantine(feed, id), deadline, logger));
    }
    if (sum.finished()) {
      // Last: until then a start without the old keys is refused.
      keyset.renew();
    }
    logger.log("resealed " + sum, LogLevel.INFO);
    return sum;
  }

  private static <K> Resealed all(
      K first, Function<K, Batch<K>> step, Deadline deadline, LambdaLogger logger) {
    Resealed sum = Resealed.NOTHING;
    K after = first;
    while (deadline.allowsMore()) {
      Batch<K> batch = step.apply(after);
      if (batch.last().isEmpty()) {
        return sum;
      }
      after = batch.last().get();
      sum = sum.plus(new Resealed(batch.resealed(), batch.undecryptable(), true));
      logger.log("resealed so far " + sum, LogLevel.INFO);
    }
    return sum.unfinished();
  }

  private Batch<String> ledger(Feed feed, String after) {
    return transactions.write(connection -> ledger(connection, feed, after));
  }

  private Batch<String> ledger(Connection connection, Feed feed, String after) throws SQLException {
    SealedLedger ledger = new SealedLedger(connection);
    List<Row> stale = ledger.stale(feed, after, sealer.sealingMark(), sealer.hashingMark(), BATCH);
    List<Row> resealed =
        stale.stream().flatMap(row -> reencryption.reencrypt(feed, row).stream()).toList();
    ledger.replace(feed, resealed);
    Optional<String> last = stale.isEmpty() ? Optional.empty() : Optional.of(stale.getLast().id());
    return new Batch<>(last, resealed.size(), stale.size() - resealed.size());
  }

  private Batch<Long> quarantine(Feed feed, long after) {
    return transactions.write(connection -> quarantine(connection, feed, after));
  }

  private Batch<Long> quarantine(Connection connection, Feed feed, long after) throws SQLException {
    AuditQuarantine quarantine = new AuditQuarantine(connection);
    NavigableMap<Long, String> stale = quarantine.stale(feed, after, sealer.sealingMark(), BATCH);
    Map<Long, String> resealed = new HashMap<>();
    stale.forEach(
        (reference, payload) ->
            sealer
                .resealPayload(feed, reference, payload)
                .ifPresent(made -> resealed.put(reference, made)));
    quarantine.replace(resealed);
    Optional<Long> last = stale.isEmpty() ? Optional.empty() : Optional.of(stale.lastKey());
    return new Batch<>(last, resealed.size(), stale.size() - resealed.size());
  }
}
