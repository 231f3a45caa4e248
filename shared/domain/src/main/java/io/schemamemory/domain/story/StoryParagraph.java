package io.schemamemory.domain.story;

import io.schemamemory.domain.ddl.ReadStatement;
import io.schemamemory.domain.ddl.StatementReader;
import io.schemamemory.domain.event.ActorId;
import io.schemamemory.domain.event.DdlStatement;
import io.schemamemory.domain.event.TimeWords;
import io.schemamemory.domain.observation.Changes;
import io.schemamemory.domain.observation.EntryText;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Writes a story as one paragraph: how it stands or ended, its course, its DDL.
public final class StoryParagraph {
  private final Story story;
  private final List<ReadStatement> statements;

  private StoryParagraph(Story story, List<ReadStatement> statements) {
    this.story = story;
    this.statements = statements;
  }

  /// The paragraph of a story.
  public static EntryText of(Story story, StatementReader reader) {
    return new StoryParagraph(story, reader.read(story.statements())).paragraph();
  }

  private EntryText paragraph() {
    Instant day = day();
    EntryText text = StoryCourse.add(headline(on(day)).words("."), story, day);
    return ddl(doubt(wayBack(text)));
  }

  private @Nullable Instant day() {
    return switch (story.outcome()) {
      case DEPLOYED, REVERTED -> story.deployed().at();
      case FAILED -> story.erroredAt();
      case ABANDONED, NO_CHANGES -> ended() ? story.closed().at() : story.opened().at();
      case OPEN, QUEUED, IN_PROGRESS, PENDING_CUTOVER -> story.opened().at();
    };
  }

  private EntryText headline(EntryText on) {
    return switch (story.outcome()) {
      case DEPLOYED, REVERTED -> deployed(on);
      case FAILED -> request(on).words(" failed").explained(story.errors());
      case ABANDONED -> closed(on, "without deploying it");
      case NO_CHANGES ->
          ended() ? closed(on, "which changed nothing") : underWay(on, "nothing to change");
      case OPEN -> underWay(on, "not deployed yet");
      case QUEUED -> underWay(on, "queued");
      case IN_PROGRESS -> underWay(on, "in progress");
      case PENDING_CUTOVER -> underWay(on, "waiting for someone to cut it over");
    };
  }

  private boolean ended() {
    return story.closed().at() != null;
  }

  private EntryText deployed(EntryText on) {
    EntryText text =
        who(on, story.deployed().by(), "deployed schema changes", "schema changes were deployed");
    text = text.words(" to ").quoted(story.intoBranch()).words(" of ").quoted(story.place());
    text = Changes.add(text, ": ", statements);
    text = text.words("; deploy request #" + story.number() + " from ").quoted(story.branch());
    if (story.revertFailed()) {
      return text.words("; reverting it failed").explained(story.errors());
    }
    return story.outcome() == Outcome.REVERTED ? text.words("; reverted" + later()) : text;
  }

  private EntryText closed(EntryText on, String how) {
    EntryText text = who(on, story.closed().by(), "closed", "somebody closed");
    EntryText named = request(text.words(" "));
    return Changes.add(named.words(", " + how), ": ", statements);
  }

  private EntryText underWay(EntryText on, String how) {
    EntryText text = who(on, story.opened().by(), "opened", "somebody opened");
    EntryText named = request(text.words(" "));
    return Changes.add(named, ": ", statements).words("; " + how);
  }

  private EntryText request(EntryText text) {
    return text.words("deploy request #" + story.number() + " from ")
        .quoted(story.branch())
        .words(" into ")
        .quoted(story.intoBranch())
        .words(" of ")
        .quoted(story.place());
  }

  /// Readers in trouble look for whether it can be undone.
  private EntryText wayBack(EntryText text) {
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

  private EntryText doubt(EntryText text) {
    return story.doubtfulTimes().isEmpty()
        ? text
        : text.words(
            story.doubtfulTimes().stream()
                .map(TimeWords::moment)
                .collect(
                    Collectors.joining(
                        ", ",
                        " PlanetScale gave times that lay ahead of our clock, for which ours stand: ",
                        ".")));
  }

  private EntryText ddl(EntryText text) {
    EntryText joined = text;
    String separator = " DDL: ";
    boolean severalKeyspaces = Changes.severalKeyspaces(statements);
    for (DdlStatement statement : story.statements()) {
      joined = joined.words(separator).quoted(statement.ddl());
      joined = joined.quotedAfter(" in keyspace ", severalKeyspaces ? statement.keyspace() : null);
      separator = "; ";
    }
    return story.statements().isEmpty() ? joined : joined.words(".");
  }

  private static EntryText who(
      EntryText text, @Nullable ActorId who, String active, String passive) {
    return who == null ? text.words(passive) : text.person(who).words(" " + active);
  }

  private static EntryText on(@Nullable Instant at) {
    return EntryText.EMPTY.words(
        at == null ? "On an unknown day " : "On " + TimeWords.day(at) + " ");
  }

  private String later() {
    return story.timeToRevert().map(time -> " " + TimeWords.lasting(time) + " later").orElse("");
  }
}
