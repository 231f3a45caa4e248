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
  @ValueSource(longs = {0, 5, 50, 200, 449, 450, 451, 800, 949, 950})
  void the_answer_comes_before_the_sender_hangs_up_whatever_hangs(long age) {
    Budget budget = budget(age);

    assertThat(Duration.ofMillis(age).plus(budget.answer())).isLessThan(ANSWERED);
    assertThat(budget.database()).isLessThan(budget.answer());
  }

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
  @ValueSource(longs = {450, 551, 800, 950})
  void a_slow_start_leaves_the_database_no_less_than_the_queue(long age) {
    Budget budget = budget(age);

    assertThat(budget.database())
        .isGreaterThanOrEqualTo(budget.answer().minus(budget.database()))
        .isGreaterThanOrEqualTo(Budget.FAIR.dividedBy(2));
  }

  @ParameterizedTest
  @ValueSource(longs = {951, 1_251, 1_750, 2_999, 3_000})
  void after_too_slow_a_start_for_any_answer_in_time_there_is_time_to_keep_the_delivery(long age) {
    assertThat(database(age)).isEqualTo(Budget.DATABASE_WHEN_LATE);
    assertThat(database(age).plus(Budget.SPILL.multipliedBy(2))).isLessThan(Budget.LATEST);
    assertThat(budget(age).answer()).isEqualTo(Budget.LATEST);
  }

  @Test
  void a_warm_database_is_slow_only_after_it_may_have_waited_for_a_lock() {
    Duration lockTimeout = Duration.ofMillis(500);

    assertThat(database(100).minus(Budget.PREPARING)).isGreaterThan(lockTimeout);
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
    assertThat(budget.slowLimit().nanoTime())
        .isEqualTo(1_000 + database(0).minus(Budget.PREPARING).toNanos());
    assertThat(budget.databaseLimitOfLarge().nanoTime())
        .isEqualTo(1_000 + Budget.WHOLE.toNanos() / 2);
    assertThat(budget.answerLimit().nanoTime()).isEqualTo(1_000 + Budget.WHOLE.toNanos());
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
    return budget(ageMillis).database();
  }

  private static Budget budget(long ageMillis) {
    return new Budget(0, FixedTime.NOW, Duration.ZERO).since(FixedTime.NOW.minusMillis(ageMillis));
  }
}
