package io.schemamemory.domain.story;

import io.schemamemory.domain.event.TimeWords;
import io.schemamemory.domain.observation.EntryText;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Writes the steps of a deploy request in one sentence: who took each, and when.
final class StoryCourse {
  private record Move(String did, StoryStep step, String aside) {}

  /// By time, since a failed run may end before another is queued; steps without a time come last.
  private static final Comparator<Move> IN_ORDER =
      Comparator.comparing(move -> move.step().at(), Comparator.nullsLast(Instant::compareTo));

  private @Nullable Instant before;
  private String zone = " UTC";

  private StoryCourse(@Nullable Instant headline) {
    this.before = headline;
  }

  /// Adds the course; a single move is in the headline already.
  ///
  /// @param headline a time of the day that the headline names
  static EntryText add(EntryText text, Story story, @Nullable Instant headline) {
    List<Move> moves = moves(story);
    if (moves.size() < 2) {
      return text;
    }
    StoryCourse course = new StoryCourse(headline);
    EntryText phrase = course.add(text.words(" It was "), moves.getFirst());
    for (Move move : moves.subList(1, moves.size())) {
      phrase = course.add(phrase.words(", "), move);
    }
    return phrase.words(".");
  }

  private static List<Move> moves(Story story) {
    boolean approved = Boolean.TRUE.equals(story.approved()) && !story.approval().done();
    String fromQueue =
        story
            .timeToDeploy()
            .map(time -> " (" + TimeWords.lasting(time) + " after it was queued)")
            .orElse("");
    return Stream.of(
            new Move("opened", story.opened(), approved ? " and approved" : ""),
            new Move("approved", story.approval(), ""),
            new Move("queued", story.queued(), ""),
            new Move("cut over", story.cutOver(), ""),
            new Move("deployed", new StoryStep(null, story.deployed().at()), fromQueue),
            new Move("stopped by an error", new StoryStep(null, story.erroredAt()), ""),
            new Move("cancelled", story.cancelled(), ""),
            new Move("reverted", story.reverted(), ""),
            new Move("closed", story.closed(), ""))
        .filter(move -> move.step().done())
        .sorted(IN_ORDER)
        .toList();
  }

  private EntryText add(EntryText text, Move move) {
    EntryText phrase = text.words(move.did());
    Instant at = move.step().at();
    return (at == null ? phrase : phrase.words(when(at)))
        .personAfter(" by ", move.step().by())
        .words(move.aside());
  }

  /// Names the zone once, and the day where it changes.
  private String when(Instant at) {
    boolean sameDay = before != null && TimeWords.day(before).equals(TimeWords.day(at));
    String phrase =
        (sameDay ? "" : " on " + TimeWords.day(at)) + " at " + TimeWords.time(at) + zone;
    before = at;
    zone = "";
    return phrase;
  }
}
