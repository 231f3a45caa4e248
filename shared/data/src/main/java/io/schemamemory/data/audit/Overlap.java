package io.schemamemory.data.audit;

import java.time.Duration;

/// How far below the watermark a walk rereads, because PlanetScale may show an entry late; learned
/// from the entries that were late.
///
/// @param length how far
/// @param latest how far below the watermark the latest of them was since the last comparison
public record Overlap(Duration length, Duration latest) {
  /// Costs one more page where a hundred entries come in an hour.
  public static final Duration SHORTEST = Duration.ofHours(1);

  /// Rereading half a day at every run stays within the request budget; what is later still, the
  /// comparison finds.
  public static final Duration LONGEST = Duration.ofHours(12);

  private static final int FACTOR = 4;

  public static final Overlap USUAL = new Overlap(SHORTEST, Duration.ZERO);

  /// Remembers an entry that came late.
  public Overlap with(Duration late) {
    return late.compareTo(latest) > 0 ? new Overlap(length, late) : this;
  }

  /// What the entries between two comparisons taught: an entry that was later than the overlap
  /// makes it much longer; without one it shrinks by half, but stays twice what was needed.
  public Overlap learned() {
    Duration wanted =
        latest.compareTo(length) > 0
            ? length.multipliedBy(FACTOR)
            : longer(length.dividedBy(2), latest.multipliedBy(2));
    return new Overlap(longer(SHORTEST, shorter(wanted, LONGEST)), Duration.ZERO);
  }

  private static Duration longer(Duration one, Duration other) {
    return one.compareTo(other) > 0 ? one : other;
  }

  private static Duration shorter(Duration one, Duration other) {
    return one.compareTo(other) < 0 ? one : other;
  }
}
