package io.schemamemory.domain.story;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// One time of a deploy request as several snapshots give it, held against our clock.
final class CredibleTimes {
  private CredibleTimes() {}

  /// From the best-informed that gives one that can be right. Where all that give it are in doubt,
  /// by when it had happened.
  ///
  /// @param from the best-informed first
  static @Nullable Instant first(
      List<DeployRequestSnapshot> from, Function<DeployRequestSnapshot, @Nullable Instant> field) {
    for (DeployRequestSnapshot one : from) {
      Instant time = field.apply(one);
      if (time != null && !one.doubts(time)) {
        return time;
      }
    }
    return from.stream()
        .filter(one -> field.apply(one) != null)
        .map(DeployRequestSnapshot::sentAt)
        .min(Comparator.naturalOrder())
        .orElse(null);
  }

  /// The times that cannot be right and have no better one beside them.
  static Stream<Instant> doubted(
      List<DeployRequestSnapshot> from, Function<DeployRequestSnapshot, @Nullable Instant> field) {
    List<DeployRequestSnapshot> giving =
        from.stream().filter(one -> field.apply(one) != null).toList();
    return giving.stream().allMatch(one -> one.doubts(Objects.requireNonNull(field.apply(one))))
        ? giving.stream().map(one -> Objects.requireNonNull(field.apply(one)))
        : Stream.empty();
  }
}
