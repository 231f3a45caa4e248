package io.schemamemory.domain.story;

import io.schemamemory.domain.event.ActorId;
import io.schemamemory.domain.event.DdlStatement;
import io.schemamemory.domain.observation.Changes;
import io.schemamemory.domain.observation.EntryText;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// Tells a story in one paragraph: how it stands or ended, its course, its DDL.
public final class StoryParagraph {
  private StoryParagraph() {}

  /// The paragraph of a story.
  public static EntryText of(Story story) {
    Instant day = day(story);
    EntryText text = StoryCourse.add(headline(on(day), story).words("."), story, day);
    return ddl(wayBack(text, story), story);
  }

  private static @Nullable Instant day(Story story) {
    return switch (story.outcome()) {
      case DEPLOYED, REVERTED -> story.deployed().at();
      case FAILED -> story.erroredAt();
      case ABANDONED, NO_CHANGES -> ended(story) ? story.closed().at() : story.opened().at();
      case OPEN, QUEUED, IN_PROGRESS, PENDING_CUTOVER -> story.opened().at();
    };
  }

  private static EntryText headline(EntryText on, Story story) {
    return switch (story.outcome()) {
      case DEPLOYED, REVERTED -> deployed(on, story);
      case FAILED -> request(on, story).words(" failed").explained(firstError(story));
      case ABANDONED -> closed(on, story, "without deploying it");
      case NO_CHANGES ->
          ended(story)
              ? closed(on, story, "which changed nothing")
              : underWay(on, story, "nothing to change");
      case OPEN -> underWay(on, story, "not deployed yet");
      case QUEUED -> underWay(on, story, "queued");
      case IN_PROGRESS -> underWay(on, story, "in progress");
      case PENDING_CUTOVER -> underWay(on, story, "waiting for someone to cut it over");
    };
  }

  private static boolean ended(Story story) {
    return story.closed().at() != null;
  }

  private static EntryText deployed(EntryText on, Story story) {
    EntryText text =
        who(on, story.deployed().by(), "deployed schema changes", "schema changes were deployed");
    text = text.words(" to ").quoted(story.intoBranch()).words(" of ").quoted(story.place());
    text = Changes.add(text, ": ", story.statements());
    text = text.words("; deploy request #" + story.number() + " from ").quoted(story.branch());
    if (story.revertFailed()) {
      return text.words("; reverting it failed").explained(firstError(story));
    }
    return story.outcome() == Outcome.REVERTED ? text.words("; reverted" + later(story)) : text;
  }

  private static EntryText closed(EntryText on, Story story, String how) {
    EntryText text = who(on, story.closed().by(), "closed", "somebody closed");
    EntryText named = request(text.words(" "), story);
    return Changes.add(named.words(", " + how), ": ", story.statements());
  }

  private static EntryText underWay(EntryText on, Story story, String how) {
    EntryText text = who(on, story.opened().by(), "opened", "somebody opened");
    EntryText named = request(text.words(" "), story);
    return Changes.add(named, ": ", story.statements()).words("; " + how);
  }

  private static EntryText request(EntryText text, Story story) {
    return text.words("deploy request #" + story.number() + " from ")
        .quoted(story.branch())
        .words(" into ")
        .quoted(story.intoBranch())
        .words(" of ")
        .quoted(story.place());
  }

  /// Whether it can be undone is what a reader in trouble looks for.
  private static EntryText wayBack(EntryText text, Story story) {
    Instant until = story.revertibleUntil();
    if (story.outcome() != Outcome.DEPLOYED || story.revertFailed()) {
      return text;
    }
    if (story.instant()) {
      return text.words(" Deployed instantly, it cannot be reverted.");
    }
    return until == null
        ? text
        : text.words(
            " Revertible until " + TimeWords.day(until) + " " + TimeWords.time(until) + " UTC.");
  }

  private static EntryText ddl(EntryText text, Story story) {
    EntryText told = text;
    String separator = " DDL: ";
    for (DdlStatement statement : story.statements()) {
      told = told.words(separator).quoted(statement.ddl());
      separator = "; ";
    }
    return story.statements().isEmpty() ? told : told.words(".");
  }

  private static EntryText who(
      EntryText text, @Nullable ActorId who, String active, String passive) {
    return who == null ? text.words(passive) : text.person(who).words(" " + active);
  }

  private static EntryText on(@Nullable Instant at) {
    return EntryText.EMPTY.words(
        at == null ? "On an unknown day " : "On " + TimeWords.day(at) + " ");
  }

  private static String later(Story story) {
    return story.timeToRevert().map(time -> " " + TimeWords.lasting(time) + " later").orElse("");
  }

  private static @Nullable String firstError(Story story) {
    return story.errors().isEmpty() ? null : story.errors().getFirst();
  }
}
