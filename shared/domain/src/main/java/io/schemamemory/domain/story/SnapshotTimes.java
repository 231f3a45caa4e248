package io.schemamemory.domain.story;

import io.schemamemory.domain.event.Facts.DeployRequest;
import io.schemamemory.domain.event.Facts.Deployment;
import java.time.Instant;
import java.util.List;
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
    Deployment run = request.deployment();
    return Stream.concat(
        OF_REQUEST.stream().flatMap(time -> Stream.ofNullable(time.apply(request))),
        run == null
            ? Stream.empty()
            : OF_RUN.stream().flatMap(time -> Stream.ofNullable(time.apply(run))));
  }
}
