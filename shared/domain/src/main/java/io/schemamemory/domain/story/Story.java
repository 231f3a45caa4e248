package io.schemamemory.domain.story;

import io.schemamemory.domain.event.DdlStatement;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// One deploy request's tale: what it changed, who moved it, when, and how it ended.
///
/// @param errors of the run that is told, not of one before it
/// @param approved whether somebody did, once a body or the audit log says so
/// @param approval the first, which the audit log alone tells
/// @param instant whether it changed metadata alone, at once and past taking back
/// @param cancelled when the cancelled run ended
/// @param revertFailed whether taking it back was tried in vain
public record Story(
    String id,
    long number,
    String organization,
    String database,
    String branch,
    String intoBranch,
    @Nullable String url,
    Outcome outcome,
    List<DdlStatement> statements,
    List<String> errors,
    StoryStep opened,
    @Nullable Boolean approved,
    StoryStep approval,
    StoryStep queued,
    @Nullable Instant startedAt,
    @Nullable Instant readyToCutoverAt,
    StoryStep cutOver,
    StoryStep deployed,
    boolean instant,
    @Nullable Instant revertibleUntil,
    StoryStep cancelled,
    StoryStep reverted,
    boolean revertFailed,
    @Nullable Instant erroredAt,
    StoryStep closed) {
  /// Whether PlanetScale warned of any statement that data may be lost.
  public boolean canDropData() {
    return statements.stream().anyMatch(DdlStatement::canDropData);
  }

  /// From the queue to the changed schema.
  public Optional<Duration> timeToDeploy() {
    return between(queued, deployed);
  }

  /// How long the changed schema was in use before it was taken back.
  public Optional<Duration> timeToRevert() {
    return between(deployed, reverted);
  }

  /// The database as people write it: `acme/shop`.
  public String place() {
    return organization + "/" + database;
  }

  private static Optional<Duration> between(StoryStep first, StoryStep second) {
    Instant from = first.at();
    Instant to = second.at();
    return from == null || to == null || to.isBefore(from)
        ? Optional.empty()
        : Optional.of(Duration.between(from, to));
  }
}
