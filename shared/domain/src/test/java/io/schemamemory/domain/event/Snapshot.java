package io.schemamemory.domain.event;

import io.schemamemory.domain.event.Facts.Deployment;
import io.schemamemory.domain.story.DeployRequestSnapshot;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Deploy request #42 as one event shows it, built field by field; times are minutes of a day.
public final class Snapshot {
  public static final ActorId JANE = new ActorId("User", "jane");
  public static final ActorId SAM = new ActorId("User", "sam");
  public static final DdlStatement DROP =
      new DdlStatement(
          "shop", "customers", "ALTER", "ALTER TABLE `customers` DROP `fax`", true, false, null);

  /// Later than every time in it.
  public static final Instant RECEIVED = Instant.parse("2026-11-20T12:00:00Z");
  private static final Instant MIDNIGHT = Instant.parse("2026-05-02T00:00:00Z");
  private final Milestone milestone;
  private final Instant updatedAt;
  private @Nullable String state;
  private @Nullable ActorId opener = JANE;
  private @Nullable ActorId closer;
  private @Nullable ActorId queuer;
  private @Nullable ActorId cutter;
  private @Nullable ActorId canceller;
  private @Nullable ActorId reverter;
  private List<DdlStatement> statements = List.of();
  private List<String> errors = List.of();
  private @Nullable Boolean approved;
  private boolean instant;
  private @Nullable Instant createdAt = minute(0);
  private @Nullable Instant queuedAt;
  private @Nullable Instant startedAt;
  private @Nullable Instant readyAt;
  private @Nullable Instant cutoverAt;
  private @Nullable Instant finishedAt;
  private @Nullable Instant revertedAt;
  private @Nullable Instant revertibleUntil;
  private @Nullable Instant deployedAt;
  private @Nullable Instant closedAt;

  private Snapshot(Milestone milestone, Instant updatedAt) {
    this.milestone = milestone;
    this.updatedAt = updatedAt;
  }

  public static Snapshot of(Milestone milestone, int minute) {
    return new Snapshot(milestone, minute(minute));
  }

  public static Instant minute(int minute) {
    return MIDNIGHT.plus(Duration.ofMinutes(minute));
  }

  public Snapshot state(String now) {
    state = now;
    return this;
  }

  public Snapshot created(@Nullable Integer minute) {
    createdAt = minute == null ? null : minute(minute);
    return this;
  }

  public Snapshot withoutPeople() {
    opener = null;
    return this;
  }

  public Snapshot queued(int minute, @Nullable ActorId by) {
    queuedAt = minute(minute);
    queuer = by;
    return this;
  }

  /// Queued again: nothing of the earlier run is left.
  public Snapshot again(int minute, ActorId by) {
    startedAt = null;
    readyAt = null;
    errors = List.of();
    return queued(minute, by);
  }

  public Snapshot started(int minute) {
    startedAt = minute(minute);
    return this;
  }

  public Snapshot ready(int minute) {
    readyAt = minute(minute);
    return this;
  }

  public Snapshot cutOver(int minute, ActorId by) {
    cutoverAt = minute(minute);
    deployedAt = minute(minute);
    cutter = by;
    return this;
  }

  public Snapshot finished(int minute) {
    finishedAt = minute(minute);
    return this;
  }

  public Snapshot approved() {
    approved = true;
    return this;
  }

  public Snapshot instant() {
    instant = true;
    return this;
  }

  public Snapshot cancelled(ActorId by) {
    canceller = by;
    return this;
  }

  public Snapshot revertibleUntil(int minute) {
    revertibleUntil = minute(minute);
    return this;
  }

  public Snapshot reverted(int minute, ActorId by) {
    revertedAt = minute(minute);
    reverter = by;
    return this;
  }

  public Snapshot closed(int minute, @Nullable ActorId by) {
    closedAt = minute(minute);
    closer = by;
    return this;
  }

  public Snapshot changing(DdlStatement... changes) {
    statements = List.of(changes);
    return this;
  }

  public Snapshot failing(String... reasons) {
    errors = List.of(reasons);
    return this;
  }

  public Facts.DeployRequest facts() {
    return new Facts.DeployRequest(
        milestone,
        "dr1",
        42,
        "https://example.test/42",
        "add-index",
        "main",
        state,
        approved,
        opener,
        closer,
        run(),
        createdAt,
        updatedAt,
        deployedAt,
        closedAt);
  }

  public Envelope envelope() {
    return new Envelope(milestone.event(), updatedAt.plusSeconds(1), "acme", "shop");
  }

  public Event event() {
    return new Event(envelope(), facts(), List.of(), List.of());
  }

  public DeployRequestSnapshot snapshot() {
    return new DeployRequestSnapshot(envelope(), facts(), updatedAt, RECEIVED, false);
  }

  private Deployment run() {
    return new Deployment(
        "run1",
        queuer,
        cutter,
        canceller,
        reverter,
        statements,
        errors,
        instant,
        queuedAt,
        startedAt,
        readyAt,
        cutoverAt,
        finishedAt,
        revertedAt,
        revertibleUntil);
  }
}
