package io.schemamemory.pollauditlog.walk;

import io.schemamemory.data.audit.FeedPosition;
import io.schemamemory.domain.event.SourceClock;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Where one run is in a feed; [WalkStep] says what a page leads to.
sealed interface WalkState {
  FeedPosition position();

  /// The same state at another position.
  WalkState at(FeedPosition position);

  /// Where a run begins: with a walk of its own, or with one that an earlier run began.
  ///
  /// A watermark or a walk's time beyond the clock was saved when the clock was wrong, and is not
  /// believed: the whole log is read again.
  static UnderWay startingAt(FeedPosition saved, Instant now) {
    FeedPosition position = believed(saved, now);
    return position.walk() == null
        ? new Fresh(position, SecondChance.ALL)
        : new Resumed(position, SecondChance.ALL);
  }

  private static FeedPosition believed(FeedPosition saved, Instant now) {
    FeedPosition.@Nullable Walk walk = saved.walk();
    FeedPosition.@Nullable Walk believed =
        walk == null
            ? null
            : new FeedPosition.Walk(
                walk.beganAt(),
                believed(walk.newest(), now),
                believed(walk.oldest(), now),
                walk.cursor(),
                walk.trail());
    @Nullable Instant watermark = believed(saved.watermark(), now);
    return new FeedPosition(
        watermark,
        saved.caughtUpAt(),
        saved.fullScan() || watermark == null,
        believed,
        saved.overlap(),
        saved.comparedAt(),
        saved.comparison());
  }

  private static @Nullable Instant believed(@Nullable Instant time, Instant now) {
    return time == null || SourceClock.doubts(time, now) ? null : time;
  }

  /// A walk that needs another page.
  sealed interface UnderWay extends WalkState {
    Set<SecondChance> chances();

    @Override
    UnderWay at(FeedPosition position);

    /// The same walk with a chance less.
    UnderWay using(SecondChance chance);

    /// The state in which the end of this walk leaves the run.
    WalkState ended(FeedPosition position);
  }

  /// This run began the walk: at its end nothing is missing.
  record Fresh(FeedPosition position, Set<SecondChance> chances) implements UnderWay {
    @Override
    public Fresh at(FeedPosition next) {
      return new Fresh(next, chances);
    }

    @Override
    public Fresh using(SecondChance chance) {
      return new Fresh(position, chance.takenFrom(chances));
    }

    @Override
    public Ended ended(FeedPosition last) {
      return new Ended(last);
    }
  }

  /// An earlier run began the walk: it does not show what came since, so another one follows.
  record Resumed(FeedPosition position, Set<SecondChance> chances) implements UnderWay {
    @Override
    public Resumed at(FeedPosition next) {
      return new Resumed(next, chances);
    }

    @Override
    public Resumed using(SecondChance chance) {
      return new Resumed(position, chance.takenFrom(chances));
    }

    @Override
    public Fresh ended(FeedPosition last) {
      return new Fresh(last, chances);
    }
  }

  /// All that PlanetScale showed was read.
  record Ended(FeedPosition position) implements WalkState {
    @Override
    public Ended at(FeedPosition other) {
      return new Ended(other);
    }
  }
}
