package io.schemamemory.pollauditlog.walk;

import io.schemamemory.data.BatchSize;
import io.schemamemory.data.audit.Feed;
import io.schemamemory.data.audit.FeedPosition;
import io.schemamemory.data.runs.Lease;
import io.schemamemory.job.Counts;
import io.schemamemory.job.WriteBehind;
import io.schemamemory.planetscale.api.resource.AuditEntry;
import io.schemamemory.planetscale.api.resource.Item;
import io.schemamemory.planetscale.api.resource.Page;
import io.schemamemory.pollauditlog.ledger.EntryReader;
import io.schemamemory.pollauditlog.ledger.EntryReading;
import io.schemamemory.pollauditlog.ledger.LedgerWrite;
import io.schemamemory.pollauditlog.ledger.LedgerWriter;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What one run has read of one feed, and how much of it is written.
final class FeedRun implements AutoCloseable {
  private final Feed feed;
  private final Lease lease;
  private final EntryReader reader;
  private final LedgerWriter writer;
  private final WriteBehind<LedgerWrite> behind = new WriteBehind<>();
  private final List<EntryReading> unwritten = new ArrayList<>();
  private Counts<FeedCounter> counts = FeedCounter.NONE;
  private WalkState walk;
  private FeedPosition handedOver;
  private FeedPosition saved;

  FeedRun(Feed feed, Lease lease, FeedPosition saved, EntryReader reader, LedgerWriter writer) {
    this.feed = feed;
    this.lease = lease;
    this.reader = reader;
    this.writer = writer;
    this.walk = WalkState.startingAt(saved);
    this.handedOver = saved;
    this.saved = saved;
  }

  WalkState walk() {
    return walk;
  }

  /// Where the next run continues, however far this one has read.
  FeedPosition saved() {
    return saved;
  }

  Counts<FeedCounter> counts() {
    return counts;
  }

  /// Takes a page and the step it makes; writes if there is enough, in number or in bytes, or a
  /// walk has ended.
  ///
  /// @param enough entries to write at once
  void take(Page<AuditEntry> page, WalkStep step, Instant now, int enough) {
    for (Item<AuditEntry> item : page.items()) {
      unwritten.add(reader.read(feed, item));
    }
    take(step);
    if (step.ended() || unwritten.size() >= enough || bytes() >= BatchSize.BYTES) {
      write(now);
    }
  }

  private long bytes() {
    return unwritten.stream().mapToLong(EntryReading::bytes).sum();
  }

  /// Takes a step that no page made.
  void take(WalkStep step) {
    walk = step.next();
    counts = counts.plus(step.counted());
  }

  /// Starts to write the entries and the position in the background, while more is read.
  private void write(Instant now) {
    FeedPosition upTo = walk.position();
    if (unwritten.isEmpty() && upTo.equals(handedOver)) {
      return;
    }
    awaitWrite(now);
    List<EntryReading> readings = List.copyOf(unwritten);
    behind.write(() -> writer.write(feed, lease, readings, upTo));
    unwritten.clear();
    handedOver = upTo;
  }

  /// Writes everything that was read, and the position.
  void finish(Instant now) {
    write(now);
    awaitWrite(now);
  }

  /// Waits for the write in the background, and counts its entries.
  void awaitWrite(Instant now) {
    Optional<LedgerWrite> written = behind.finish();
    if (written.isPresent()) {
      counts = counts.plus(FeedCounter.count(written.get(), now));
      saved = handedOver;
    }
  }

  @Override
  public void close() {
    behind.close();
  }
}
