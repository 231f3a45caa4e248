package io.schemamemory.pollauditlog.walk;

import io.schemamemory.data.BatchSize;
import io.schemamemory.data.audit.Comparison;
import io.schemamemory.data.audit.Feed;
import io.schemamemory.data.audit.FeedPosition;
import io.schemamemory.data.audit.Overlap;
import io.schemamemory.data.runs.Lease;
import io.schemamemory.job.Counts;
import io.schemamemory.job.WriteBehind;
import io.schemamemory.planetscale.api.resource.AuditEntry;
import io.schemamemory.planetscale.api.resource.Item;
import io.schemamemory.pollauditlog.ledger.EntryReader;
import io.schemamemory.pollauditlog.ledger.EntryReading;
import io.schemamemory.pollauditlog.ledger.LedgerWrite;
import io.schemamemory.pollauditlog.ledger.LedgerWriter;
import io.schemamemory.pollauditlog.pages.PageAnswer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// What one run has read of one feed, and how much of it is written.
final class FeedRun implements AutoCloseable {
  private final Feed feed;
  private final Lease lease;
  private final EntryReader reader;
  private final LedgerWriter writer;
  private final WriteBehind<LedgerWrite> behind = new WriteBehind<>();
  private final List<EntryReading> unwritten = new ArrayList<>();
  private final SortedSet<String> passedOver = new TreeSet<>();
  private long unwrittenBytes;

  /// What was known when the unwritten entries were read: older ones among them came late.
  private @Nullable Instant known;

  private Counts<FeedCounter> counts = FeedCounter.NONE;
  private WalkState walk;
  private FeedPosition handedOver;
  private FeedPosition saved;

  FeedRun(
      Feed feed,
      Lease lease,
      FeedPosition saved,
      Instant now,
      EntryReader reader,
      LedgerWriter writer) {
    this.feed = feed;
    this.lease = lease;
    this.reader = reader;
    this.writer = writer;
    this.walk = WalkState.startingAt(saved, now);
    this.handedOver = saved;
    this.saved = saved;
  }

  Feed feed() {
    return feed;
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

  /// The names of fields that could not be read, or not whole, in the entries that are written.
  List<String> passedOver() {
    return List.copyOf(passedOver);
  }

  /// Takes a page and the step it makes; writes if there is enough, in number or in bytes, or a
  /// walk has ended.
  ///
  /// @param enough entries to write at once
  void take(PageAnswer.Shown page, WalkStep step, Instant now, int enough) {
    read(page, now);
    take(step);
    if (step.ended() || isEnough(enough)) {
      write(now);
    }
  }

  /// Takes a page of a comparison, and where that continues; without that it stays where it was.
  void compare(PageAnswer.Shown page, Optional<Comparison> next, Instant now, int enough) {
    read(page, now);
    counts = counts.plus(FeedCounter.PAGES, 1);
    FeedPosition position = walk.position();
    next.ifPresent(on -> move(position.comparing(position.comparedAt(), on)));
    if (isEnough(enough)) {
      write(now);
    }
  }

  private void read(PageAnswer.Shown shown, Instant now) {
    known = walk.position().watermark();
    counts = counts.plus(FeedCounter.TOO_LARGE, shown.isTooLarge() ? 1 : 0);
    for (Item<AuditEntry> item : shown.page().items()) {
      unwritten.add(reader.read(feed, item, now));
      unwrittenBytes += item.raw().length();
    }
  }

  private boolean isEnough(int entries) {
    return unwritten.size() >= entries || unwrittenBytes >= BatchSize.BYTES;
  }

  /// Goes to another position.
  void move(FeedPosition position) {
    walk = walk.at(position);
  }

  void count(FeedCounter counter, long number) {
    counts = counts.plus(counter, number);
  }

  /// Takes a step that no page made.
  void take(WalkStep step) {
    walk = step.next();
    counts = counts.plus(step.counted());
  }

  /// Starts to write the entries and the position in the background, while more is read.
  private void write(Instant now) {
    if (unwritten.isEmpty() && walk.position().equals(handedOver)) {
      return;
    }
    awaitWrite(now);
    FeedPosition upTo = walk.position();
    List<EntryReading> readings = List.copyOf(unwritten);
    @Nullable Instant below = known;
    behind.write(() -> writer.write(feed, lease, readings, upTo, below));
    unwritten.clear();
    unwrittenBytes = 0;
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
      written.get().entries().forEach(entry -> passedOver.addAll(entry.event().passedOver()));
      saved = handedOver;
      Overlap overlap = walk.position().overlap().with(written.get().late().latest());
      move(walk.position().overlapping(overlap));
    }
  }

  @Override
  public void close() {
    behind.close();
  }
}
