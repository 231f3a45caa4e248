package io.schemamemory.pollauditlog.walk;

import io.schemamemory.data.audit.FeedPosition;
import java.util.Set;

/// Where one run is in a feed; [WalkStep] says what a page leads to.
sealed interface WalkState {
  FeedPosition position();

  /// Where a run begins: with a walk of its own, or with one that an earlier run began.
  static UnderWay startingAt(FeedPosition saved) {
    return saved.walk() == null
        ? new Fresh(saved, SecondChance.ALL)
        : new Resumed(saved, SecondChance.ALL);
  }

  /// A walk that needs another page.
  sealed interface UnderWay extends WalkState {
    Set<SecondChance> chances();

    /// The same walk, further on.
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
  record Ended(FeedPosition position) implements WalkState {}
}
