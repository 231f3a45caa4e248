package io.schemamemory.domain.story;

import io.schemamemory.domain.event.ActorId;
import io.schemamemory.domain.event.DdlStatement;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// One deploy request's story: what it changed, who moved it, when, and how it ended.
///
/// Its fields are the columns of its table: the memory's writer maps them by name.
///
/// @param errors of the last run
/// @param approved whether it is; null while neither a body nor the audit log says so
/// @param approval the first one; only the audit log has it
/// @param instant whether it changed only metadata, which is done at once and cannot be reverted
/// @param cancelled when the cancelled run ended
/// @param revertFailed whether a revert was tried and failed
/// @param paths such as `acme/shop/42`, the newest first; several, if its database was renamed
/// @param doubtfulTimes the times PlanetScale gave that had not come when we received them; others
///     stand for them
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
    StoryStep closed,
    List<String> paths,
    List<Instant> doubtfulTimes) {
  /// Whether PlanetScale warned of any statement that data may be lost.
  public boolean canDropData() {
    return statements.stream().anyMatch(DdlStatement::canDropData);
  }

  /// From the queue to the changed schema.
  public Optional<Duration> timeToDeploy() {
    return between(queued, deployed);
  }

  /// From the changed schema to its revert.
  public Optional<Duration> timeToRevert() {
    return between(deployed, reverted);
  }

  /// The database as people write it: `acme/shop`.
  public String place() {
    return organization + "/" + database;
  }

  /// The people of its steps.
  public Stream<ActorId> actors() {
    return Stream.of(opened, approval, queued, cutOver, deployed, cancelled, reverted, closed)
        .flatMap(step -> Stream.ofNullable(step.by()));
  }

  private static Optional<Duration> between(StoryStep first, StoryStep second) {
    Instant from = first.at();
    Instant to = second.at();
    return from == null || to == null || to.isBefore(from)
        ? Optional.empty()
        : Optional.of(Duration.between(from, to));
  }
}
