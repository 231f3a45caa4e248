package io.schemamemory.domain.story;

import io.schemamemory.domain.event.Facts.DeployRequest;
import io.schemamemory.domain.event.Facts.Deployment;
import io.schemamemory.domain.event.Milestone;
import io.schemamemory.domain.observation.EntrySentence;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Folds observations into a story; their order and repetition make no difference.
public final class StoryFold {
  private final List<Telling> tellings;

  private StoryFold(Collection<Telling> tellings) {
    this.tellings = tellings.stream().distinct().sorted(Telling.BEST_INFORMED_FIRST).toList();
  }

  /// The story of one deploy request.
  ///
  /// @param tellings at least one, all of the same deploy request
  public static Story of(Collection<Telling> tellings) {
    return new StoryFold(tellings).story();
  }

  private Story story() {
    Telling best = tellings.getFirst();
    DeployRequest request = best.request();
    return new Story(
        request.id(),
        request.number(),
        best.envelope().organization(),
        best.envelope().database(),
        request.branch(),
        request.intoBranch(),
        first(DeployRequest::url),
        outcome(),
        firstOf(Deployment::statements),
        firstOf(Deployment::errors),
        first(DeployRequest::openedBy),
        first(DeployRequest::createdAt),
        run(Deployment::queuedBy),
        run(Deployment::queuedAt),
        run(Deployment::startedAt),
        run(Deployment::readyToCutoverAt),
        run(EntrySentence::deployedBy),
        deployedAt(),
        run(Deployment::revertibleUntil),
        run(Deployment::revertedBy),
        either(run(Deployment::revertedAt), reached(Milestone.REVERTED)),
        reached(Milestone.ERRORED),
        first(DeployRequest::closedBy),
        either(first(DeployRequest::closedAt), reached(Milestone.CLOSED)));
  }

  private Outcome outcome() {
    if (run(Deployment::revertedAt) != null || reached(Milestone.REVERTED) != null) {
      return Outcome.REVERTED;
    }
    if (deployedAt() != null) {
      return Outcome.DEPLOYED;
    }
    String state = first(DeployRequest::deploymentState);
    boolean closed = first(DeployRequest::closedAt) != null || reached(Milestone.CLOSED) != null;
    if ("no_changes".equals(state)) {
      return Outcome.NO_CHANGES;
    }
    if (failed(state) || (closed && reached(Milestone.ERRORED) != null)) {
      return Outcome.FAILED;
    }
    return closed ? Outcome.ABANDONED : underWay();
  }

  private static boolean failed(@Nullable String state) {
    return "error".equals(state) || "complete_error".equals(state);
  }

  private Outcome underWay() {
    return switch (tellings.getFirst().request().milestone()) {
      case QUEUED -> Outcome.QUEUED;
      case IN_PROGRESS -> Outcome.IN_PROGRESS;
      case PENDING_CUTOVER -> Outcome.PENDING_CUTOVER;
      case OPENED, SCHEMA_APPLIED, ERRORED, REVERTED, CLOSED -> Outcome.OPEN;
    };
  }

  private @Nullable Instant deployedAt() {
    Instant applied = reached(Milestone.SCHEMA_APPLIED);
    return applied == null ? first(DeployRequest::deployedAt) : applied;
  }

  /// A milestone's own time, else when it was told.
  private static @Nullable Instant either(@Nullable Instant own, @Nullable Instant told) {
    return own == null ? told : own;
  }

  private @Nullable Instant reached(Milestone milestone) {
    return tellings.stream()
        .filter(telling -> telling.request().milestone() == milestone)
        .map(Telling::occurredAt)
        .findFirst()
        .orElse(null);
  }

  private <T> @Nullable T first(Function<DeployRequest, @Nullable T> field) {
    return known(tellings.stream().map(Telling::request), field);
  }

  private <T> @Nullable T run(Function<Deployment, @Nullable T> field) {
    return known(runs(), field);
  }

  private <T> List<T> firstOf(Function<Deployment, List<T>> field) {
    return runs().map(field).filter(list -> !list.isEmpty()).findFirst().orElse(List.of());
  }

  private Stream<Deployment> runs() {
    return tellings.stream()
        .map(telling -> telling.request().deployment())
        .filter(Objects::nonNull);
  }

  private static <S, T> @Nullable T known(Stream<S> from, Function<S, @Nullable T> field) {
    return from.map(field).filter(Objects::nonNull).findFirst().orElse(null);
  }
}
