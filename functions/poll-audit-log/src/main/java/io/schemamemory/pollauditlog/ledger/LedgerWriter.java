package io.schemamemory.pollauditlog.ledger;

import io.micronaut.context.annotation.Prototype;
import io.schemamemory.data.audit.AuditLedger;
import io.schemamemory.data.audit.AuditQuarantine;
import io.schemamemory.data.audit.Feed;
import io.schemamemory.data.audit.FeedPosition;
import io.schemamemory.data.audit.FeedPositions;
import io.schemamemory.data.audit.Overlap;
import io.schemamemory.data.audit.QuarantinedEntry;
import io.schemamemory.data.connection.BriefWait;
import io.schemamemory.data.connection.DatabaseException;
import io.schemamemory.data.connection.SqlState;
import io.schemamemory.data.runs.Lease;
import io.schemamemory.data.runs.Leases;
import io.schemamemory.domain.observation.Channel;
import io.schemamemory.domain.observation.Sighting;
import io.schemamemory.job.LeaseLostException;
import io.schemamemory.job.Transactions;
import io.schemamemory.memorywriter.MemoryWriter;
import io.schemamemory.memorywriter.sighting.IncomingSighting;
import io.schemamemory.memorywriter.sighting.PreparedSightings;
import io.schemamemory.pollauditlog.ledger.EntryReading.Entry;
import io.schemamemory.pollauditlog.ledger.EntryReading.Quarantined;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// Writes what was read: ledger, memory, quarantine and position in one transaction, which changes
/// nothing if another run holds the lease by now.
@Prototype
public class LedgerWriter {
  private final Transactions transactions;
  private final MemoryWriter memory;
  private final EntryReader reader;
  private final Clock clock;

  LedgerWriter(Transactions transactions, MemoryWriter memory, EntryReader reader, Clock clock) {
    this.transactions = transactions;
    this.memory = memory;
    this.reader = reader;
    this.clock = clock;
  }

  /// Writes what PlanetScale showed, and the position with it. An entry the database rejects goes
  /// to quarantine, and the others are written.
  ///
  /// @param known the time below which all entries were known: new ones below came late; null if
  ///     none was
  /// @throws LeaseLostException if another run holds the lease
  public LedgerWrite write(
      Feed feed,
      Lease lease,
      List<EntryReading> readings,
      FeedPosition position,
      @Nullable Instant known) {
    return write(new Job(feed, lease, known, false, false), readings, position);
  }

  /// Writes what was read from quarantine in the same way: what still fails stays there, with one
  /// attempt more.
  ///
  /// @throws LeaseLostException if another run holds the lease
  public LedgerWrite replay(Feed feed, Lease lease, List<EntryReading> readings) {
    return readings.isEmpty()
        ? LedgerWrite.NOTHING
        : write(new Job(feed, lease, null, true, false), readings, null);
  }

  /// Whose readings are written, and under which lease.
  ///
  /// @param known the time below which all entries were known
  /// @param isReplay whether they were read from quarantine
  /// @param isAgain whether they are written again, since one of them met a lock
  private record Job(
      Feed feed, Lease lease, @Nullable Instant known, boolean isReplay, boolean isAgain) {
    Job again() {
      return new Job(feed, lease, known, isReplay, true);
    }
  }

  /// The position comes last: if this is stopped before, the same entries are written again, which
  /// changes nothing.
  private LedgerWrite write(Job job, List<EntryReading> readings, @Nullable FeedPosition position) {
    try {
      return inOne(job, readings, position);
    } catch (DatabaseException failure) {
      if (!SqlState.blamesValues(failure) || readings.isEmpty()) {
        if (SqlState.meansLocked(failure)) {
          UnlockedEntries.write(readings, some -> inOne(job.again(), some, null));
        }
        throw failure;
      }
      LedgerWrite written =
          readings.size() == 1 ? rejected(job, readings, failure) : halved(job, readings);
      return position == null ? written : written.plus(inOne(job, List.of(), position));
    }
  }

  /// Finds what is rejected in few steps: an entry of 2099 is on the newest page for years.
  private LedgerWrite halved(Job job, List<EntryReading> readings) {
    int half = readings.size() / 2;
    return write(job, readings.subList(0, half), null)
        .plus(write(job, readings.subList(half, readings.size()), null));
  }

  private LedgerWrite rejected(Job job, List<EntryReading> one, DatabaseException failure) {
    if (!(one.getFirst() instanceof Entry entry)) {
      throw failure;
    }
    String reason = "writing it failed with SQLSTATE " + SqlState.of(failure);
    Quarantined rejected =
        reader.quarantined(job.feed(), entry.raw(), entry.row().action(), reason);
    return inOne(job, List.of(rejected), null);
  }

  private LedgerWrite inOne(Job job, List<EntryReading> readings, @Nullable FeedPosition position) {
    PreparedSightings prepared = memory.prepare(sightings(job.feed(), only(readings, Entry.class)));
    return transactions.write(
        connection -> {
          if (job.isAgain()) {
            BriefWait.in(connection);
          }
          if (!new Leases(connection).hold(job.lease())) {
            throw new LeaseLostException();
          }
          LedgerWrite written = write(connection, job, readings, prepared);
          if (position != null) {
            Overlap overlap = position.overlap().with(written.late().latest());
            new FeedPositions(connection).save(job.feed(), position.overlapping(overlap));
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
    Set<Long> released =
        entries.isEmpty()
            ? Set.of()
            : quarantine.release(feed, entries.stream().map(Entry::reference).toList());
    List<QuarantinedEntry> unread =
        only(readings, Quarantined.class).stream().map(Quarantined::entry).toList();
    int put = job.isReplay() ? quarantine.addAttempt(feed, unread) : quarantine.add(feed, unread);
    List<Entry> added = fresh.stream().map(entries::get).toList();
    return new LedgerWrite(added, put, LateEntries.of(added, released, job.known()));
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
  private List<IncomingSighting> sightings(Feed feed, List<Entry> entries) {
    return IntStream.range(0, entries.size())
        .mapToObj(place -> sighting(feed, place, entries.get(place)))
        .toList();
  }

  private IncomingSighting sighting(Feed feed, long place, Entry entry) {
    Sighting sighting =
        Sighting.of(
            entry.event(), Channel.AUDIT_LOG, feed.organization(), entry.digest(), clock.instant());
    // Nothing earlier to replace: an entry is written once, when the ledger numbers it.
    return new IncomingSighting(feed.workspaceId(), place, false, sighting, entry.event().actors());
  }

  private static <T> List<T> only(List<EntryReading> readings, Class<T> kind) {
    return readings.stream().filter(kind::isInstance).map(kind::cast).toList();
  }
}
