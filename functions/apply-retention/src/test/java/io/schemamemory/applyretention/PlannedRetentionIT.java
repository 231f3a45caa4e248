package io.schemamemory.applyretention;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.schemamemory.applyretention.PlanAnswer.HeldMonth;
import io.schemamemory.applyretention.PlanAnswer.Hold;
import io.schemamemory.applyretention.PlanAnswer.TableMonth;
import io.schemamemory.testkit.Samples;
import java.io.IOException;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// What a run would do can be asked, and nothing but a run drops a month.
class PlannedRetentionIT extends RetentionFixture {
  @Test
  void a_plan_says_what_a_run_would_do_and_changes_nothing() throws IOException {
    make("2019-11", "2019-12", "2020-01");
    hold("2019-12", "2019-12");
    hold("2019-12", "2020-01");
    hold("2018-01", "2019-10");

    PlanAnswer plan = plan(Samples.read("apply-retention/plan.json"));

    assertThat(plan.make()).isEqualTo(premade().stream().map(PlannedRetentionIT::month).toList());
    assertThat(plan.drop()).containsExactly(month("2019-11"));
    assertThat(plan.held())
        .containsExactly(
            new HeldMonth(TABLE, "2019-12", List.of(lawsuit(1), lawsuit(2))),
            new HeldMonth(TABLE, "2020-01", List.of(lawsuit(2))));
    assertThat(months()).containsExactly("2019-11", "2019-12", "2020-01");
    assertThat(database.rows("select id from memory.run")).isEmpty();
    assertThat(run()).isEqualTo(counts(4, 1, 2, 0, 0));
  }

  @Test
  void a_released_hold_keeps_no_month_in_a_plan() throws IOException {
    make("2020-01");
    hold("2019-12", null);
    database.asOwner("update memory.legal_hold set released_at = clock_timestamp()");

    PlanAnswer plan = plan(Samples.read("apply-retention/plan.json"));

    assertThat(plan.drop()).containsExactly(month("2020-01"));
    assertThat(plan.held()).isEmpty();
  }

  @Test
  void a_plan_that_finds_nothing_to_do_is_empty() throws IOException {
    run();

    assertThat(plan(Samples.read("apply-retention/plan.json")))
        .isEqualTo(new PlanAnswer(List.of(), List.of(), List.of()));
  }

  static Stream<@Nullable Object> unknown() {
    return Stream.of(
        Map.of("command", "paln"),
        Map.of("command", "Plan"),
        Map.of("command", "drop"),
        Map.of("command", ""),
        Map.of("command", 7),
        Map.of("command", List.of("plan")),
        Map.of("command", Map.of("command", "plan")),
        Collections.singletonMap("command", null),
        Map.of("command", "plan", "dry_run", true),
        Map.of("Command", "plan"),
        Map.of("comand", "plan"),
        Map.of("plan", true),
        Map.of("dry_run", true),
        Map.of("body", "{\"command\":\"plan\"}"),
        Map.of("Records", List.of()),
        Map.of("source", "aws.scheduler"),
        Map.of("source", "aws.scheduler", "detail-type", "Scheduled Event", "command", "plan"),
        Map.of("source", "aws.scheduler", "detail-type", "Scheduled Event", "dry_run", true),
        Map.of(
            "source",
            "aws.events",
            "detail-type",
            "Scheduled Event",
            "detail",
            Map.of("command", "plan")),
        List.of(),
        List.of(Map.of("command", "plan")),
        Arrays.asList((Object) null),
        "plan",
        "",
        7,
        true,
        false);
  }

  @ParameterizedTest
  @MethodSource("unknown")
  void an_unknown_event_is_refused_with_the_commands_there_are_and_drops_nothing(Object event) {
    make("2020-01");

    assertThatThrownBy(() -> new ApplyRetention().handleRequest(event, invocation))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(RetentionCommand.FORMS)
        .hasMessageContaining("{\"command\":\"plan\"}");

    assertThat(months()).containsExactly("2020-01");
    assertThat(database.rows("select id from memory.run")).isEmpty();
  }

  private PlanAnswer plan(byte[] event) throws IOException {
    Object read = new ObjectMapper().readValue(event, Object.class);
    return (PlanAnswer) new ApplyRetention().handleRequest(read, invocation);
  }

  private static TableMonth month(String month) {
    return new TableMonth(TABLE, month);
  }

  /// The first hold of a test has the number 1, the next 2.
  private static Hold lawsuit(int number) {
    long first =
        ((Number)
                Objects.requireNonNull(
                    database
                        .rows("select min(id) as id from memory.legal_hold")
                        .getFirst()
                        .get("id")))
            .longValue();
    return new Hold(first + number - 1, "a lawsuit");
  }
}
