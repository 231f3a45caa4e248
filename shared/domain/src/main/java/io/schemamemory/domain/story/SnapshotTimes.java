package io.schemamemory.domain.story;

import io.schemamemory.domain.event.Facts.Deployment;
import io.schemamemory.domain.event.Facts.DeployRequest;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The times in a deploy request's body at which something had happened; not those that are yet to
/// come, such as the end of its revert window.
final class SnapshotTimes {
  static final List<Function<DeployRequest, @Nullable Instant>> OF_REQUEST =
      List.of(DeployRequest::createdAt, DeployRequest::deployedAt, DeployRequest::closedAt);

  static final List<Function<Deployment, @Nullable Instant>> OF_RUN =
      List.of(
          Deployment::queuedAt,
          Deployment::startedAt,
          Deployment::readyToCutoverAt,
          Deployment::cutoverAt,
          Deployment::finishedAt,
          Deployment::revertedAt);

  private SnapshotTimes() {}

  /// All that it gives, in no order.
  static Stream<Instant> of(DeployRequest request) {
    Stream<@Nullable Instant> ofRequest = OF_REQUEST.stream().map(time -> time.apply(request));
    Stream<@Nullable Instant> ofRun =
        Stream.ofNullable(request.deployment())
            .flatMap(run -> OF_RUN.stream().map(time -> time.apply(run)));
    return Stream.concat(ofRequest, ofRun).filter(Objects::nonNull);
  }
}
