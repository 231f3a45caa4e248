package io.schemamemory.receivewebhook;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.schemamemory.testkit.FixedTime;
import io.schemamemory.testkit.Samples;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BudgetTest {
  /// PlanetScale waits for 2 s; the way here and back takes of that.
  private static final Duration ANSWERED = Duration.ofMillis(1_800);

  @ParameterizedTest
  @ValueSource(longs = {0, 5, 50, 200, 449, 450})
  void connecting_the_statement_and_the_spill_end_before_the_sender_hangs_up(long age) {
    assertThat(Duration.ofMillis(age).plus(database(age)).plus(Budget.SPILL)).isLessThan(ANSWERED);
  }

  @Test
  void a_warm_database_has_longer_than_its_own_limits_so_that_its_answer_comes_first() {
    Duration statementTimeout = Duration.ofSeconds(1);

    assertThat(database(100)).isGreaterThan(statementTimeout);
  }

  @ParameterizedTest
  @ValueSource(longs = {451, 800, 3_000})
  void a_slow_start_leaves_the_database_enough_for_a_cold_connection(long age) {
    assertThat(database(age)).isEqualTo(Budget.DATABASE_AT_LEAST);
  }

  @ParameterizedTest
  @ValueSource(longs = {-1, -60_000, 3_001, 1_000_000_000_000L})
  void an_impossible_request_age_is_ignored(long age) {
    assertThat(database(age)).isEqualTo(database(0));
  }

  @Test
  void the_limits_follow_from_the_beginning_alone() {
    Budget budget = new Budget(1_000, FixedTime.NOW, Duration.ZERO);

    assertThat(budget.databaseLimit().nanoTime()).isEqualTo(1_000 + database(0).toNanos());
    assertThat(budget.latest().nanoTime()).isEqualTo(1_000 + Budget.LATEST.toNanos());
  }

  @ParameterizedTest
  @ValueSource(longs = {0, 450, 3_000})
  void there_is_always_time_for_a_second_attempt_to_spill(long age) {
    assertThat(database(age).plus(Budget.SPILL.multipliedBy(2))).isLessThan(Budget.LATEST);
  }

  @Test
  void the_latest_answer_comes_before_lambda_ends_the_function() throws IOException {
    String template = Files.readString(Samples.root().resolve("template.yaml"), UTF_8);
    Matcher timeout =
        Pattern.compile("ReceiveWebhook:\\n.*?Timeout: (\\d+)\\n", Pattern.DOTALL)
            .matcher(template);

    assertThat(timeout.find()).isTrue();
    assertThat(Budget.LATEST.plus(Duration.ofMillis(300)))
        .isLessThan(Duration.ofSeconds(Long.parseLong(timeout.group(1))));
  }

  private static Duration database(long ageMillis) {
    return new Budget(0, FixedTime.NOW, Duration.ZERO)
        .since(FixedTime.NOW.minusMillis(ageMillis))
        .database();
  }
}
