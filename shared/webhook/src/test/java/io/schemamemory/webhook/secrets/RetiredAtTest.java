package io.schemamemory.webhook.secrets;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RetiredAtTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "1970-01-01T00:00:00Z",
        "0000-01-01T00:00:00Z",
        "1969-12-31T23:59:59Z",
        "2000-02-29T12:34:56Z",
        "2026-11-21T12:00:00Z",
        "9999-12-31T23:59:59Z"
      })
  void a_time_is_the_one_the_jdk_reads(String text) {
    assertThat(RetiredAt.parse(text)).isEqualTo(Instant.parse(text));
  }

  @Test
  void every_day_of_five_hundred_years_is_the_one_the_jdk_writes() {
    Instant last = Instant.parse("2300-01-01T00:00:00Z");
    for (Instant day = Instant.parse("1800-01-01T06:07:08Z");
        day.isBefore(last);
        day = day.plus(1, ChronoUnit.DAYS)) {
      assertThat(RetiredAt.parse(day.toString())).isEqualTo(day);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"2100-02-29T00:00:00Z", "2026-11-31T00:00:00Z", "2026-13-01T00:00:00Z"})
  void a_date_that_does_not_exist_is_not_read(String text) {
    assertThat(RetiredAt.parse(text)).isNull();
  }
}
