package io.schemamemory.data.audit;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// How far a feed is read.
///
/// @param watermark the newest entry below which nothing is missing, once a walk has ended
/// @param caughtUpAt when the last walk that has ended began
/// @param fullScan whether the next walk, or the one under way, reads to the log's end
/// @param walk the walk under way, if there is one
/// @param overlap how far below the watermark a walk rereads
/// @param comparedAt when the last comparison that has ended began; null to compare as soon as
///     possible
/// @param comparison the comparison under way, if there is one
public record FeedPosition(
    @Nullable Instant watermark,
    @Nullable Instant caughtUpAt,
    boolean fullScan,
    @Nullable Walk walk,
    Overlap overlap,
    @Nullable Instant comparedAt,
    @Nullable Comparison comparison) {
  /// The position of a feed that was never read.
  public static final FeedPosition START = new FeedPosition(null, null, true, null);

  /// A position without anything learned or compared.
  public FeedPosition(
      @Nullable Instant watermark,
      @Nullable Instant caughtUpAt,
      boolean fullScan,
      @Nullable Walk walk) {
    this(watermark, caughtUpAt, fullScan, walk, Overlap.USUAL, null, null);
  }

  /// A walk from the newest entry to older ones.
  ///
  /// @param newest the newest entry so far, if one could be read
  /// @param oldest the oldest entry so far, if one could be read: the next is no newer
  /// @param cursor where it continues
  public record Walk(
      Instant beganAt,
      @Nullable Instant newest,
      @Nullable Instant oldest,
      String cursor,
      Trail trail) {}

  /// The same with another walk.
  public FeedPosition walking(boolean toTheEnd, @Nullable Walk other) {
    return new FeedPosition(
        watermark, caughtUpAt, toTheEnd, other, overlap, comparedAt, comparison);
  }

  /// At the end of a walk that began then.
  public FeedPosition caughtUp(@Nullable Instant newest, Instant beganAt) {
    // The first walk reads all there is: there is nothing to compare yet.
    @Nullable Instant compared = watermark == null && comparedAt == null ? beganAt : comparedAt;
    return new FeedPosition(newest, beganAt, false, null, overlap, compared, comparison);
  }

  /// The same with another overlap.
  public FeedPosition overlapping(Overlap other) {
    return new FeedPosition(watermark, caughtUpAt, fullScan, walk, other, comparedAt, comparison);
  }

  /// The same with a comparison, or at the end of one.
  public FeedPosition comparing(@Nullable Instant last, @Nullable Comparison underWay) {
    return new FeedPosition(watermark, caughtUpAt, fullScan, walk, overlap, last, underWay);
  }
}
