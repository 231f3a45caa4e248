package io.schemamemory.planetscale.api.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.schemamemory.testkit.FixedTime;
import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RetryAfterTest {
  @ParameterizedTest
  @CsvSource({
    "1, PT1S",
    "' 60 ', PT60S",
    "3600, PT1H",
    "3601, PT1H",
    "999999999, PT1H",
    "'Fri, 20 Nov 2026 12:01:00 GMT', PT60S",
    "'Fri, 20 Nov 2026 13:00:00 +0100', ",
    "'Fri, 20 Nov 2026 13:01:00 +0100', PT60S",
    "'Wed, 20 Nov 2999 12:01:00 GMT', PT1H"
  })
  void seconds_and_dates_are_read_up_to_an_hour(String header, Duration wait) {
    assertThat(RetryAfter.parse(header, FixedTime.NOW).orElse(null)).isEqualTo(wait);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "0",
        "-1",
        "1.5",
        "soon",
        "99999999999999999999",
        "Fri, 20 Nov 2026 11:59:59 GMT",
        "Sat, 20 Nov 2026 12:01:00 GMT",
        "2026-11-20T12:01:00Z",
        "+1000000000-01-01"
      })
  void what_says_nothing_of_use_is_nothing(String header) {
    assertThat(RetryAfter.parse(header, FixedTime.NOW)).isEmpty();
  }
}
