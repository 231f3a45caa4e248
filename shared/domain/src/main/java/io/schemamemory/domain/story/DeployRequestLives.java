package io.schemamemory.domain.story;

import io.schemamemory.domain.entity.DeployRequestName;
import io.schemamemory.domain.event.SourceClock;
import io.schemamemory.domain.observation.Sighting;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// When deploy requests were open, by which an audit entry that gives only a number finds its own:
/// a database made anew under an old name counts from one again.
public final class DeployRequestLives {
  /// The audit log and the deploy request give the same moment, but not the same millisecond.
  private static final Duration TOGETHER = Duration.ofSeconds(60);

  private final List<Life> lives;

  private DeployRequestLives(List<Life> lives) {
    this.lives = lives;
  }

  /// @param paths that its milestones gave it; several, if its database was renamed
  /// @param ended when it was closed, or else deployed
  private record Life(String id, Map<String, Stay> paths, Instant opened, @Nullable Instant ended) {
    /// Whether it had the name at that time, not before or after it was seen with another one.
    private boolean had(String path, Instant time) {
      Stay stay = Objects.requireNonNull(paths.get(path));
      return paths.values().stream()
          .noneMatch(
              other ->
                  (other.last().isBefore(stay.first()) && time.isBefore(other.last()))
                      || (other.first().isAfter(stay.last()) && time.isAfter(other.first())));
    }

    private boolean openAt(Instant time) {
      return !time.isBefore(opened.minus(TOGETHER))
          && (ended == null || !time.isAfter(ended.plus(TOGETHER)));
    }
  }

  /// When a deploy request was first and last seen under one of its paths.
  private record Stay(Instant first, Instant last) {
    private static Stay both(Stay one, Stay other) {
      return new Stay(
          one.first().isBefore(other.first()) ? one.first() : other.first(),
          one.last().isAfter(other.last()) ? one.last() : other.last());
    }
  }

  /// Takes the milestones of deploy requests, by PlanetScale's ids.
  public static DeployRequestLives of(Map<String, ? extends Collection<Sighting>> milestones) {
    return new DeployRequestLives(
        milestones.entrySet().stream().map(one -> life(one.getKey(), one.getValue())).toList());
  }

  private static Life life(String id, Collection<Sighting> milestones) {
    Map<String, Stay> paths = new HashMap<>();
    for (Sighting one : milestones) {
      Instant sent = SourceClock.ordering(one.envelope().sentAt(), one.receivedAt());
      DeployRequestName.of(one)
          .path()
          .ifPresent(path -> paths.merge(path, new Stay(sent, sent), Stay::both));
    }
    Story story = StoryFold.of(milestones.stream().flatMap(DeployRequestSnapshot::of).toList());
    Instant opened = story.opened().at();
    Instant closed = story.closed().at();
    return new Life(
        id,
        paths,
        opened == null ? first(milestones) : opened,
        closed == null ? story.deployed().at() : closed);
  }

  private static Instant first(Collection<Sighting> milestones) {
    return milestones.stream()
        .map(Sighting::occurredAt)
        .min(Comparator.naturalOrder())
        .orElseThrow();
  }

  /// The id of the deploy request that an audit entry is about: the one it gives, else that of the
  /// one of its number which was open then; none, if none was or several were.
  public Optional<String> idOf(Sighting entry) {
    DeployRequestName name = DeployRequestName.of(entry);
    if (name.id() != null) {
      return Optional.of(name.id());
    }
    return name.path().flatMap(path -> openUnder(path, entry.occurredAt()));
  }

  /// The next one of the same number ends one that was never closed. Of two databases that had one
  /// name, the one that had it then goes first.
  private Optional<String> openUnder(String path, Instant time) {
    List<Life> known =
        lives.stream()
            .filter(life -> life.paths().containsKey(path))
            .filter(life -> !life.opened().isAfter(time.plus(TOGETHER)))
            .toList();
    List<Life> named = known.stream().filter(life -> life.had(path, time)).toList();
    List<Life> begun = named.isEmpty() ? known : named;
    Optional<Instant> last = begun.stream().map(Life::opened).max(Comparator.naturalOrder());
    List<String> open =
        begun.stream()
            .filter(life -> life.opened().equals(last.orElse(null)) && life.openAt(time))
            .map(Life::id)
            .toList();
    return open.size() == 1 ? Optional.of(open.getFirst()) : Optional.empty();
  }
}
