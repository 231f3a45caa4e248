package io.schemamemory.planetscale.api;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.regex.Pattern;

/// Reads the header that says when to come back.
final class RetryAfter {
  /// Requests are counted by the minute, so whoever says longer is wrong, and whoever believed it
  /// would not come back.
  static final Duration LONGEST = Duration.ofHours(1);

  private static final Pattern SECONDS = Pattern.compile("\\d{1,9}");

  private RetryAfter() {}

  /// How long to wait; nothing if the header says nothing of use.
  ///
  /// @param header seconds, or a date as HTTP writes it
  static Optional<Duration> parse(String header, Instant now) {
    try {
      String value = header.strip();
      Duration told =
          SECONDS.matcher(value).matches()
              ? Duration.ofSeconds(Long.parseLong(value))
              : Duration.between(
                  now, DateTimeFormatter.RFC_1123_DATE_TIME.parse(value, Instant::from));
      return Optional.of(told.compareTo(LONGEST) > 0 ? LONGEST : told).filter(Duration::isPositive);
    } catch (DateTimeException malformed) {
      return Optional.empty();
    }
  }
}
