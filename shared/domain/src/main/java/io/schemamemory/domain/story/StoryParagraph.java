package io.schemamemory.domain.story;

import io.schemamemory.domain.event.ActorId;
import io.schemamemory.domain.event.DdlStatement;
import io.schemamemory.domain.observation.Changes;
import io.schemamemory.domain.observation.EntryText;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import org.jspecify.annotations.Nullable;

/// Tells a story in one paragraph, with its DDL.
public final class StoryParagraph {
  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("uuuu-MM-dd").withZone(ZoneOffset.UTC);
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("HH:mm:ss").withZone(ZoneOffset.UTC);

  private StoryParagraph() {}

  /// The paragraph of a story.
  public static EntryText of(Story story) {
    return ddl(beginning(story), story);
  }

  private static EntryText beginning(Story story) {
    return switch (story.outcome()) {
      case DEPLOYED, REVERTED -> deployed(story);
      case FAILED -> failed(story);
      case ABANDONED -> closed(story, "without deploying it");
      case NO_CHANGES ->
          story.closedAt() == null
              ? underWay(story, "nothing to change")
              : closed(story, "which changed nothing");
      case OPEN -> underWay(story, "not deployed yet");
      case QUEUED -> underWay(story, "queued");
      case IN_PROGRESS -> underWay(story, "in progress");
      case PENDING_CUTOVER -> underWay(story, "waiting for someone to cut it over");
    };
  }

  private static EntryText deployed(Story story) {
    Instant at = story.deployedAt();
    EntryText text =
        who(on(at), story.deployedBy(), "deployed schema changes", "schema changes were deployed");
    text = text.words(" to ").quoted(story.intoBranch()).words(" of ").quoted(story.place());
    text = Changes.add(text, ": ", story.statements());
    text = text.words("; deploy request #" + story.number() + " from ").quoted(story.branch());
    if (story.outcome() != Outcome.REVERTED) {
      return text;
    }
    Instant reverted = story.revertedAt();
    return reverted == null
        ? text.words("; reverted")
        : text.words("; reverted" + later(at, reverted));
  }

  private static EntryText failed(Story story) {
    EntryText text = request(on(story.erroredAt()), story).words(" failed");
    String error = story.errors().isEmpty() ? null : story.errors().getFirst();
    return error == null ? text : text.words(": ").quoted(error.replaceFirst("\\.$", ""));
  }

  private static EntryText closed(Story story, String how) {
    EntryText text = who(on(story.closedAt()), story.closedBy(), "closed", "somebody closed");
    EntryText named = request(text.words(" "), story);
    return Changes.add(named.words(", " + how), ": ", story.statements());
  }

  private static EntryText underWay(Story story, String how) {
    EntryText text = who(on(story.openedAt()), story.openedBy(), "opened", "somebody opened");
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

  private static EntryText ddl(EntryText text, Story story) {
    EntryText told = text.words(".");
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
    return EntryText.EMPTY.words(at == null ? "On an unknown day " : "On " + DAY.format(at) + " ");
  }

  private static String later(@Nullable Instant at, Instant reverted) {
    String time = " at " + TIME.format(reverted) + " UTC";
    boolean sameDay = at != null && DAY.format(at).equals(DAY.format(reverted));
    return sameDay ? time : " on " + DAY.format(reverted) + time;
  }
}
