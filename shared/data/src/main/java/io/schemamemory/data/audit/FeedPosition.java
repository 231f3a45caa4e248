package io.schemamemory.data.audit;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// How far a feed is read.
///
/// @param watermark the newest entry below which nothing is missing, once a walk has ended
/// @param caughtUpAt when the last walk that has ended began
/// @param fullScan the next walk, or the one under way, goes to the log's end
/// @param walk what is under way
public record FeedPosition(
    @Nullable Instant watermark,
    @Nullable Instant caughtUpAt,
    boolean fullScan,
    @Nullable Walk walk) {
  /// Of a feed that was never read.
  public static final FeedPosition START = new FeedPosition(null, null, true, null);

  /// A walk from the newest entry to older ones.
  ///
  /// @param newest the newest entry met, if one could be read
  /// @param oldest the last entry met, if one could be read: the next is no newer
  /// @param cursor where it goes on
  public record Walk(
      Instant beganAt, @Nullable Instant newest, @Nullable Instant oldest, String cursor) {}
}
