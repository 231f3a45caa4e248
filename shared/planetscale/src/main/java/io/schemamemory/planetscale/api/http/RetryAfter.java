package io.schemamemory.planetscale.api.http;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.regex.Pattern;

/// Reads the header `Retry-After`.
public final class RetryAfter {
  /// PlanetScale counts requests by the minute: a longer wait is a mistake, and would stop us.
  static final Duration LONGEST = Duration.ofHours(1);

  private static final Pattern SECONDS = Pattern.compile("\\d{1,9}");

  private RetryAfter() {}

  /// How long to wait; empty if the header is malformed or in the past.
  ///
  /// @param header seconds, or a date as HTTP writes it
  public static Optional<Duration> parse(String header, Instant now) {
    try {
      String value = header.strip();
      Duration wait =
          SECONDS.matcher(value).matches()
              ? Duration.ofSeconds(Long.parseLong(value))
              : Duration.between(
                  now, DateTimeFormatter.RFC_1123_DATE_TIME.parse(value, Instant::from));
      return Optional.of(wait.compareTo(LONGEST) > 0 ? LONGEST : wait).filter(Duration::isPositive);
    } catch (DateTimeException malformed) {
      return Optional.empty();
    }
  }
}
