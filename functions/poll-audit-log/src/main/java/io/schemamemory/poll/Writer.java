package io.schemamemory.poll;

import io.micronaut.transaction.TransactionOperations;
import io.schemamemory.data.AuditLedger;
import io.schemamemory.data.AuditQuarantine;
import io.schemamemory.data.Feed;
import io.schemamemory.data.FeedPosition;
import io.schemamemory.data.FeedPositions;
import io.schemamemory.data.Lease;
import io.schemamemory.data.Leases;
import io.schemamemory.data.QuarantinedEntry;
import io.schemamemory.data.SqlState;
import io.schemamemory.domain.observation.Channel;
import io.schemamemory.domain.observation.Sighting;
import io.schemamemory.memory.Memory;
import io.schemamemory.memory.Told;
import io.schemamemory.poll.Reading.Entry;
import io.schemamemory.poll.Reading.Unfit;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Writes what was read: ledger, memory, quarantine and position in one transaction, which
/// changes nothing once somebody else holds the lease.
@Singleton
class Writer {
  private final TransactionOperations<Connection> transactions;
  private final Memory memory;
  private final Reader reader;

  Writer(TransactionOperations<Connection> transactions, Memory memory, Reader reader) {
    this.transactions = transactions;
    this.memory = memory;
    this.reader = reader;
  }

  /// All of it, or where something in it is unfit for the database, all the rest of it.
  ///
  /// @throws LeaseLostException if somebody else holds the feed
  Written write(Feed feed, Lease lease, List<Reading> readings, FeedPosition position) {
    try {
      return inOne(feed, lease, readings, position);
    } catch (Exception failure) {
      // Any: a transaction throws the driver's checked exceptions undeclared.
      if (!isUnfit(failure)) {
        throw failure;
      }
      return oneByOne(feed, lease, readings).plus(inOne(feed, lease, List.of(), position));
    }
  }

  /// The position comes last: what is written before it again is there already.
  private Written oneByOne(Feed feed, Lease lease, List<Reading> readings) {
    Written written = Written.NOTHING;
    for (Reading reading : readings) {
      try {
        written = written.plus(inOne(feed, lease, List.of(reading), null));
      } catch (Exception failure) {
        if (!isUnfit(failure) || !(reading instanceof Entry entry)) {
          throw failure;
        }
        String reason = "writing it failed with SQLSTATE " + SqlState.of(failure);
        Unfit unfit = reader.unfit(feed, entry.raw(), entry.row().action(), reason);
        written = written.plus(inOne(feed, lease, List.of(unfit), null));
      }
    }
    return written;
  }

  private Written inOne(
      Feed feed, Lease lease, List<Reading> readings, @Nullable FeedPosition position) {
    return transactions.executeWrite(
        status -> {
          Connection connection = status.getConnection();
          if (!new Leases(connection).hold(lease)) {
            throw new LeaseLostException();
          }
          Written written = write(connection, feed, readings);
          if (position != null) {
            new FeedPositions(connection).save(feed, position);
          }
          return written;
        });
  }

  private Written write(Connection connection, Feed feed, List<Reading> readings)
      throws SQLException {
    List<Entry> entries = only(readings, Entry.class);
    Map<String, Long> numbers =
        new AuditLedger(connection).add(feed, entries.stream().map(Entry::row).toList());
    Map<String, Entry> fresh =
        entries.stream()
            .filter(entry -> numbers.containsKey(entry.row().id()))
            .collect(Collectors.toMap(entry -> entry.row().id(), entry -> entry, (a, _) -> a));
    List<Told> told = new ArrayList<>();
    fresh.forEach((id, entry) -> told.add(told(feed, numbers.getOrDefault(id, 0L), entry)));
    memory.write(told);
    AuditQuarantine quarantine = new AuditQuarantine(connection);
    if (!fresh.isEmpty()) {
      quarantine.release(feed, fresh.values().stream().map(Entry::reference).toList());
    }
    List<QuarantinedEntry> unfit =
        only(readings, Unfit.class).stream().map(Unfit::quarantined).toList();
    return new Written(List.copyOf(fresh.values()), quarantine.put(feed, unfit));
  }

  private static Told told(Feed feed, long number, Entry entry) {
    Sighting sighting =
        Sighting.of(entry.event(), Channel.AUDIT_LOG, feed.organization(), entry.digest());
    return new Told(feed.workspaceId(), number, sighting, entry.event().actors());
  }

  private static <T> List<T> only(List<Reading> readings, Class<T> kind) {
    return readings.stream().filter(kind::isInstance).map(kind::cast).toList();
  }

  /// What is wrong with a value stays wrong: of a range, a constraint, a limit.
  private static boolean isUnfit(Exception failure) {
    return SqlState.of(failure).matches("(22|23|54)...");
  }
}
