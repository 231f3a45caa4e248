package io.schemamemory.pollauditlog.walk;

import io.schemamemory.data.audit.Feed;
import io.schemamemory.data.audit.FeedPosition;
import io.schemamemory.data.runs.Lease;
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

/// What one run has read of one feed, and what of that is not written yet.
public final class FeedRun implements AutoCloseable {
  private final Feed feed;
  private final Lease lease;
  private final EntryReader reader;
  private final LedgerWriter writer;
  private final WriteBehind<LedgerWrite> behind = new WriteBehind<>();
  private final List<EntryReading> unwritten = new ArrayList<>();
  private FeedPosition position;
  private FeedPosition handedOver;
  private FeedPosition saved;
  private FeedNumbers numbers = FeedNumbers.NONE;
  // A walk that another run began does not show what came since.
  private boolean resumed;
  private boolean startedOver;
  private boolean doubted;

  public FeedRun(
      Feed feed, Lease lease, FeedPosition position, EntryReader reader, LedgerWriter writer) {
    this.feed = feed;
    this.lease = lease;
    this.position = position;
    this.handedOver = position;
    this.saved = position;
    this.resumed = position.walk() != null;
    this.reader = reader;
    this.writer = writer;
  }

  FeedPosition position() {
    return position;
  }

  /// How far it is for the next run, whatever this one has read.
  FeedPosition saved() {
    return saved;
  }

  public FeedNumbers numbers() {
    return numbers;
  }

  /// Takes a page in, and writes once there is enough or the walk has ended; whether that was
  /// all.
  ///
  /// @param enough entries to write at once
  boolean take(Page<AuditEntry> page, Instant now, int enough) {
    if (page.items().isEmpty() && position.walk() != null && !doubted) {
      // The page before promised more: this one is asked for once more.
      doubted = true;
      return false;
    }
    WalkStep step = WalkStep.of(position, page, now);
    for (Item<AuditEntry> item : page.items()) {
      unwritten.add(reader.read(feed, item));
    }
    position = step.position();
    numbers = numbers.page(step.outOfOrder());
    if (step.ended() || unwritten.size() >= enough) {
      write(now);
    }
    boolean all = step.ended() && !resumed;
    resumed = resumed && !step.ended();
    return all;
  }

  /// Begins anew what cannot be gone on with, once; whether there was something to go on with.
  boolean startOver() {
    if (startedOver || position.walk() == null) {
      return false;
    }
    startedOver = true;
    position = WalkStep.startOver(position);
    numbers = numbers.cursorExpired();
    return true;
  }

  /// Has written what was read, and how far that is, while more is read.
  private void write(Instant now) {
    if (unwritten.isEmpty() && position.equals(handedOver)) {
      return;
    }
    settle(now);
    List<EntryReading> readings = List.copyOf(unwritten);
    FeedPosition upTo = position;
    behind.write(() -> writer.write(feed, lease, readings, upTo));
    unwritten.clear();
    handedOver = upTo;
  }

  /// Writes all that was read, and how far that is.
  void finish(Instant now) {
    write(now);
    settle(now);
  }

  /// Waits for what is being written.
  void settle(Instant now) {
    Optional<LedgerWrite> written = behind.finish();
    if (written.isPresent()) {
      numbers = numbers.plus(written.get(), now);
      saved = handedOver;
    }
  }

  @Override
  public void close() {
    behind.close();
  }
}
