package io.schemamemory.pollauditlog.reseal;

import com.amazonaws.services.lambda.runtime.LambdaLogger;
import com.amazonaws.services.lambda.runtime.logging.LogLevel;
import io.micronaut.transaction.TransactionOperations;
import io.schemamemory.data.audit.AuditQuarantine;
import io.schemamemory.data.audit.Feed;
import io.schemamemory.data.audit.Feeds;
import io.schemamemory.data.audit.SealedLedger;
import io.schemamemory.data.audit.SealedLedger.Row;
import io.schemamemory.job.Deadline;
import io.schemamemory.pollauditlog.answer.Resealed;
import io.schemamemory.pollauditlog.ledger.LedgerSealer;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.function.Function;

/// Seals and hashes anew what other keys than those in use have made, so that these can be retired.
///
/// Each value tells by its mark which key made it: so it goes on wherever it was stopped.
@Singleton
public class Resealer {
  private static final int STRETCH = 200;

  private final TransactionOperations<Connection> transactions;
  private final LedgerSealer seals;
  private final Reencryption renewal;

  Resealer(
      TransactionOperations<Connection> transactions, LedgerSealer seals, Reencryption renewal) {
    this.transactions = transactions;
    this.seals = seals;
    this.renewal = renewal;
  }

  /// One transaction's share.
  ///
  /// @param last where the next begins; empty after the end
  private record Stretch<K>(Optional<K> last, long resealed, long shut) {}

  public Resealed reseal(Deadline deadline, LambdaLogger logger) {
    List<Feed> feeds = transactions.executeRead(s -> new Feeds(s.getConnection()).read());
    Resealed sum = Resealed.NOTHING;
    for (Feed feed : feeds) {
      sum = sum.plus(all("", id -> ledger(feed, id), deadline, logger));
      sum = sum.plus(all(Long.MIN_VALUE, id -> quarantine(feed, id), deadline, logger));
    }
    logger.log("sealed anew " + sum, LogLevel.INFO);
    return sum;
  }

  private static <K> Resealed all(
      K first, Function<K, Stretch<K>> step, Deadline deadline, LambdaLogger logger) {
    Resealed sum = Resealed.NOTHING;
    K after = first;
    while (deadline.allowsMore()) {
      Stretch<K> stretch = step.apply(after);
      if (stretch.last().isEmpty()) {
        return sum;
      }
      after = stretch.last().get();
      sum = sum.plus(new Resealed(stretch.resealed(), stretch.shut(), true));
      logger.log("sealing anew, so far " + sum, LogLevel.INFO);
    }
    return sum.unfinished();
  }

  private Stretch<String> ledger(Feed feed, String after) {
    return transactions.executeWrite(status -> ledger(status.getConnection(), feed, after));
  }

  private Stretch<String> ledger(Connection connection, Feed feed, String after)
      throws SQLException {
    SealedLedger ledger = new SealedLedger(connection);
    List<Row> stale = ledger.stale(feed, after, seals.sealingMark(), seals.hashingMark(), STRETCH);
    List<Row> renewed = stale.stream().flatMap(row -> renewal.of(feed, row).stream()).toList();
    ledger.replace(feed, renewed);
    Optional<String> last = stale.isEmpty() ? Optional.empty() : Optional.of(stale.getLast().id());
    return new Stretch<>(last, renewed.size(), stale.size() - renewed.size());
  }

  private Stretch<Long> quarantine(Feed feed, long after) {
    return transactions.executeWrite(status -> quarantine(status.getConnection(), feed, after));
  }

  private Stretch<Long> quarantine(Connection connection, Feed feed, long after)
      throws SQLException {
    AuditQuarantine quarantine = new AuditQuarantine(connection);
    NavigableMap<Long, String> stale = quarantine.stale(feed, after, seals.sealingMark(), STRETCH);
    Map<Long, String> renewed = new HashMap<>();
    stale.forEach(
        (reference, payload) ->
            seals
                .payloadAnew(feed, reference, payload)
                .ifPresent(made -> renewed.put(reference, made)));
    quarantine.replace(renewed);
    Optional<Long> last = stale.isEmpty() ? Optional.empty() : Optional.of(stale.lastKey());
    return new Stretch<>(last, renewed.size(), stale.size() - renewed.size());
  }
}
