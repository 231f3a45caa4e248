package io.schemamemory.domain.observation;

import io.schemamemory.domain.event.ActorId;
import io.schemamemory.domain.event.Facts.Recommendation;
import java.util.Objects;

/// Words what PlanetScale recommends, and what became of it.
final class RecommendationSentence {
  private RecommendationSentence() {}

  static EntryText of(Recommendation recommendation, String place) {
    String table = recommendation.table();
    return became(recommendation)
        .words(table == null ? " for " : " for table ")
        .quoted(table == null ? place : table)
        .quotedAfter(" of ", table == null ? null : place)
        .explained(recommendation.title());
  }

  private static EntryText became(Recommendation recommendation) {
    Long number = recommendation.number();
    String name = "chema recommendation" + (number == null ? "" : " #" + number);
    ActorId dismisser = recommendation.dismissedBy();
    String state = Objects.requireNonNullElse(recommendation.state(), "open");
    if (state.equals("dismissed") && dismisser != null) {
      return EntryText.EMPTY.person(dismisser).words(" dismissed s" + name);
    }
    return switch (state) {
      case "open" -> EntryText.EMPTY.words("PlanetScale made s" + name);
      case "applied", "dismissed" -> EntryText.EMPTY.words("S" + name + " was " + state);
      default -> EntryText.EMPTY.words("S" + name + " is now ").quoted(state);
    };
  }
}
