package io.schemamemory.pollauditlog;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.schemamemory.testkit.Samples;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/// A database made anew under its old name counts its deploy requests from the beginning.
class RecreatedIT extends RememberedFixture {
  private static final Instant LONG_BEFORE =
      Instant.parse("2026-05-02T10:00:00.000Z").minus(Duration.ofDays(210));

  @Test
  void an_approval_of_the_first_is_not_told_of_the_second() {
    AuditedLife.reviewedAt(log, LONG_BEFORE);
    run(poller);
    webhook("opened");
    webhook("queued");

    assertThat(read("select story from story"))
        .singleElement()
        .asString()
        .doesNotContain("Sam Roe");
    assertThat(read("select approved_at from story")).containsExactly("null");
  }

  @Test
  void an_approval_after_the_end_is_told_of_none() {
    LIFE.forEach(this::webhook);
    AuditedLife.reviewedAt(log, Instant.parse("2026-06-02T17:53:10.000Z"));
    run(poller);

    assertThat(read("select story from story")).asString().doesNotContain("Sam Roe");
  }

  @Test
  void after_its_deployment_nothing_is_approved() {
    LIFE.subList(0, 4).forEach(this::webhook);
    AuditedLife.reviewedAt(log, Instant.parse("2026-05-03T17:53:10.000Z"));
    run(poller);

    assertThat(read("select story from story")).asString().doesNotContain("Sam Roe");
  }

  @Test
  void each_of_two_with_the_same_number_has_its_own_approval_whatever_comes_first() {
    List<Runnable> steps = new ArrayList<>();
    LIFE.forEach(step -> steps.add(() -> webhook(step)));
    // The first was never closed: its database was deleted.
    LIFE.subList(0, 2).forEach(step -> steps.add(() -> earlier(step)));
    steps.add(
        () -> {
          AuditedLife.reviewed(log);
          run(poller);
        });
    steps.add(
        () -> {
          AuditedLife.reviewedBy(
              log, "early", "Kim Poe", Instant.parse("2025-10-04T17:53:10.000Z"));
          run(poller);
        });
    for (int round = 0; round < 8; round++) {
      Collections.shuffle(steps, new Random(round));
      database.empty();
      steps.forEach(Runnable::run);

      assertThat(
              strings(
                  """
                  select external_id || ' ' || approved_at::date || ' ' || p.display_name
                  from memory.deploy_request d join memory.person p on p.id = d.approved_by
                  order by 1
                  """))
          .as("round " + round)
          .containsExactly("6k9choww9ktt 2026-05-02 Sam Roe", "firstlife000 2025-10-04 Kim Poe");
    }
  }

  @Test
  void the_second_begins_states_of_its_own_and_ends_those_of_the_first() {
    earlier("opened");
    webhook("opened");

    assertThat(
            read(
                "select valid_from::date || ' ' || coalesce(valid_to::date::text, 'now') from state"
                    + " where value = 'open' order by valid_from"))
        .containsExactly("2025-10-04 2026-05-02", "2026-05-02 now");
  }

  /// The same step of the deploy request #42 of the database that was there before.
  private void earlier(String step) {
    String body =
        new String(Samples.payload("deploy_request." + step), UTF_8)
            .replace("6k9choww9ktt", "firstlife000")
            .replace("02d8efu10v8v", "firstrun0000")
            .replace("2026-05-02", "2025-10-04")
            .replace("1777744", "1759600");
    context.getBean(Webhooks.class).write(body.getBytes(UTF_8), 100 + LIFE.indexOf(step));
  }
}
