package io.schemamemory.domain.event;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TimeWordsTest {
  @ParameterizedTest
  @CsvSource({
    "PT0S, 0 seconds",
    "PT0.499S, 0 seconds",
    "PT0.5S, 1 second",
    "PT35.578S, 36 seconds",
    "PT59.6S, 1 minute",
    "PT2M1S, 2 minutes 1 second",
    "PT1H0M59S, 1 hour",
    "PT1H5M, 1 hour 5 minutes",
    "P1D, 1 day",
    "P2DT1H59M, 2 days 1 hour"
  })
  void a_duration_is_given_in_its_two_largest_units(Duration duration, String words) {
    assertThat(TimeWords.lasting(duration)).isEqualTo(words);
  }
}
