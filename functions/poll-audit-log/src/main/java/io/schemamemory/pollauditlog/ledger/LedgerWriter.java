package io.schemamemory.pollauditlog.ledger;

import io.micronaut.transaction.TransactionOperations;
import io.schemamemory.data.audit.AuditLedger;
import io.schemamemory.data.audit.AuditQuarantine;
import io.schemamemory.data.audit.Feed;
import io.schemamemory.data.audit.FeedPosition;
import io.schemamemory.data.audit.FeedPositions;
import io.schemamemory.data.audit.QuarantinedEntry;
import io.schemamemory.data.connection.SqlState;
import io.schemamemory.data.runs.Lease;
import io.schemamemory.data.runs.Leases;
import io.schemamemory.domain.observation.Channel;
import io.schemamemory.domain.observation.Sighting;
import io.schemamemory.job.LeaseLostException;
import io.schemamemory.memorywriter.MemoryWriter;
import io.schemamemory.memorywriter.sighting.IncomingSighting;
import io.schemamemory.memorywriter.sighting.PreparedSightings;
import io.schemamemory.pollauditlog.ledger.EntryReading.Entry;
import io.schemamemory.pollauditlog.ledger.EntryReading.Unfit;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// Writes what was read: ledger, memory, quarantine and position in one transaction, which
/// changes nothing once somebody else holds the lease.
@Singleton
public class LedgerWriter {
  private final TransactionOperations<Connection> transactions;
  private final MemoryWriter memory;
  private final EntryReader reader;

  LedgerWriter(
      TransactionOperations<Connection> transactions, MemoryWriter memory, EntryReader reader) {
    this.transactions = transactions;
    this.memory = memory;
    this.reader = reader;
  }

  /// Writes what PlanetScale showed, and how far that is: all of it, or where something in it is
  /// unfit for the database, all the rest of it.
  ///
  /// @throws LeaseLostException if somebody else holds the feed
  public LedgerWrite write(
      Feed feed, Lease lease, List<EntryReading> readings, FeedPosition position) {
    return write(new Job(feed, lease, false), readings, position);
  }

  /// Writes in the same way what was read in quarantine: what is still unfit stays there, with one
  /// attempt more.
  ///
  /// @throws LeaseLostException if somebody else is at it
  public LedgerWrite writeAgain(Feed feed, Lease lease, List<EntryReading> readings) {
    return readings.isEmpty()
        ? LedgerWrite.NOTHING
        : write(new Job(feed, lease, true), readings, null);
  }

  /// Whose readings are written, and on whose behalf.
  ///
  /// @param again whether they were read in quarantine
  private record Job(Feed feed, Lease lease, boolean again) {}

  private LedgerWrite write(Job job, List<EntryReading> readings, @Nullable FeedPosition position) {
    try {
      return inOne(job, readings, position);
    } catch (Exception failure) {
      // Any: a transaction throws the driver's checked exceptions undeclared.
      if (!isUnfit(failure)) {
        throw failure;
      }
      return oneByOne(job, readings).plus(inOne(job, List.of(), position));
    }
  }

  /// The position comes last: what is written before it again is there already.
  private LedgerWrite oneByOne(Job job, List<EntryReading> readings) {
    LedgerWrite written = LedgerWrite.NOTHING;
    for (EntryReading reading : readings) {
      try {
        written = written.plus(inOne(job, List.of(reading), null));
      } catch (Exception failure) {
        if (!isUnfit(failure) || !(reading instanceof Entry entry)) {
          throw failure;
        }
        String reason = "writing it failed with SQLSTATE " + SqlState.of(failure);
        Unfit unfit = reader.unfit(job.feed(), entry.raw(), entry.row().action(), reason);
        written = written.plus(inOne(job, List.of(unfit), null));
      }
    }
    return written;
  }

  private LedgerWrite inOne(Job job, List<EntryReading> readings, @Nullable FeedPosition position) {
    PreparedSightings prepared = memory.prepare(told(job.feed(), only(readings, Entry.class)));
    return transactions.executeWrite(
        status -> {
          Connection connection = status.getConnection();
          if (!new Leases(connection).hold(job.lease())) {
            throw new LeaseLostException();
          }
          LedgerWrite written = write(connection, job, readings, prepared);
          if (position != null) {
            new FeedPositions(connection).save(job.feed(), position);
          }
          return written;
        });
  }

  private LedgerWrite write(
      Connection connection, Job job, List<EntryReading> readings, PreparedSightings prepared)
      throws SQLException {
    Feed feed = job.feed();
    List<Entry> entries = only(readings, Entry.class);
    Map<String, Long> numbers =
        new AuditLedger(connection).add(feed, entries.stream().map(Entry::row).toList());
    List<Integer> fresh = fresh(entries, numbers.keySet());
    memory.write(
        prepared.renumbered(
            fresh.stream()
                .collect(
                    Collectors.toMap(
                        Integer::longValue,
                        place -> numbers.getOrDefault(entries.get(place).row().id(), 0L)))));
    AuditQuarantine quarantine = new AuditQuarantine(connection);
    if (!entries.isEmpty()) {
      quarantine.release(feed, entries.stream().map(Entry::reference).toList());
    }
    List<QuarantinedEntry> unfit =
        only(readings, Unfit.class).stream().map(Unfit::quarantined).toList();
    int put = job.again() ? quarantine.leave(feed, unfit) : quarantine.put(feed, unfit);
    return new LedgerWrite(fresh.stream().map(entries::get).toList(), put);
  }

  /// The places of the entries that the ledger did not have; the first of each id.
  private static List<Integer> fresh(List<Entry> entries, Set<String> added) {
    Set<String> left = new HashSet<>(added);
    return IntStream.range(0, entries.size())
        .filter(place -> left.remove(entries.get(place).row().id()))
        .boxed()
        .toList();
  }

  /// By their places, until the ledger gives them numbers.
  private static List<IncomingSighting> told(Feed feed, List<Entry> entries) {
    return IntStream.range(0, entries.size())
        .mapToObj(place -> told(feed, place, entries.get(place)))
        .toList();
  }

  private static IncomingSighting told(Feed feed, long place, Entry entry) {
    Sighting sighting =
        Sighting.of(entry.event(), Channel.AUDIT_LOG, feed.organization(), entry.digest());
    // Nothing earlier to replace: an entry is written once, when the ledger numbers it.
    return new IncomingSighting(feed.workspaceId(), place, false, sighting, entry.event().actors());
  }

  private static <T> List<T> only(List<EntryReading> readings, Class<T> kind) {
    return readings.stream().filter(kind::isInstance).map(kind::cast).toList();
  }

  /// What is wrong with a value stays wrong: of a range, a constraint, a limit.
  private static boolean isUnfit(Exception failure) {
    return SqlState.of(failure).matches("(22|23|54)...");
  }
}
