package io.schemamemory.data.audit;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// How far a feed is read.
///
/// @param watermark the newest entry below which nothing is missing, once a walk has ended
/// @param caughtUpAt when the last walk that has ended began
/// @param fullScan whether the next walk, or the one under way, reads to the log's end
/// @param walk the walk under way, if there is one
public record FeedPosition(
    @Nullable Instant watermark,
    @Nullable Instant caughtUpAt,
    boolean fullScan,
    @Nullable Walk walk) {
  /// The position of a feed that was never read.
  public static final FeedPosition START = new FeedPosition(null, null, true, null);

  /// A walk from the newest entry to older ones.
  ///
  /// @param newest the newest entry so far, if one could be read
  /// @param oldest the oldest entry so far, if one could be read: the next is no newer
  /// @param cursor where it continues
  public record Walk(
      Instant beganAt, @Nullable Instant newest, @Nullable Instant oldest, String cursor) {}
}
