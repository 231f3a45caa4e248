package io.schemamemory.normalizedeliveries;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Stories of a source whose clock is ahead of ours.
class DoubtfulStoryIT extends DoubtfulFixture {
  /// Each of its times in turn, in each of its bodies that has one.
  @ParameterizedTest
  @CsvSource({
    "opened, created_at",
    "opened, updated_at",
    "opened, timestamp",
    "queued, queued_at",
    "in_progress, started_at",
    "schema_applied, finished_at",
    "schema_applied, updated_at",
    "reverted, updated_at",
    "closed, closed_at",
    "closed, updated_at",
    "closed, timestamp"
  })
  void any_order_gives_one_story_that_no_doubtful_time_leads(String step, String field) {
    List<byte[]> bodies = new ArrayList<>(life());
    int place =
        List.of(
                "opened",
                "queued",
                "in_progress",
                "pending_cutover",
                "schema_applied",
                "reverted",
                "closed")
            .indexOf(step);
    bodies.set(place, ahead(new String(bodies.get(place), UTF_8), field).getBytes(UTF_8));
    assertThat(bodies.get(place)).isNotEqualTo(life().get(place));
    String told = "";
    for (long seed = 0; seed < 3; seed++) {
      Collections.shuffle(bodies, new Random(seed));
      database.empty();
      for (byte[] body : bodies) {
        database.receive(body);
        normalize();
      }
      told = told.isEmpty() ? story() : told;
      assertThat(story()).isEqualTo(told);
      assertThat(told).startsWith("reverted: On 2026-05-02 Jane Doe deployed schema changes");
      assertThat(
              read(
                  "select value from state_at('deploy_request', 'acme/shop/42') where attribute ="
                      + " 'outcome'"))
          .isEqualTo("reverted\n");
      assertThat(read("select count(*) from state where valid_from > now() or valid_to > now()"))
          .isEqualTo("0\n");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"updated_at", "created_at", "timestamp"})
  void an_early_body_with_a_doubtful_time_does_not_say_how_it_stands(String field) {
    List<byte[]> bodies = new ArrayList<>(life().subList(0, 4));
    String opened = new String(bodies.getFirst(), UTF_8);
    bodies.set(
        0,
        field.equals("timestamp")
            ? ahead(
                    opened.replaceFirst("\"timestamp\":\\d+", "\"timestamp\":" + inFiveHours()),
                    "updated_at")
                .getBytes(UTF_8)
            : ahead(opened, field).getBytes(UTF_8));
    database.receive(bodies.toArray(byte[][]::new));
    normalize();

    assertThat(story()).startsWith("pending_cutover: On 2026-05-02 Jane Doe opened");
    assertThat(
            read(
                "select value from state_at('deploy_request', 'acme/shop/42') where attribute ="
                    + " 'outcome'"))
        .isEqualTo("pending_cutover\n");
  }

  @Test
  void a_story_shows_the_times_it_doubts() {
    database.receive(changed("deploy_request.opened", DoubtfulFixture::openedAhead));
    normalize();

    assertThat(story()).contains("2099-01-01 00:00:00 UTC").doesNotContain("On 2099");
    assertThat(read("select doubtful_times from story")).contains("2099-01-01");
    assertThat(read("select opened_at at time zone 'UTC' from story"))
        .startsWith("2026-05-02 17:52:35");
  }

  @Test
  void a_clock_that_is_five_hours_ahead_keeps_the_milestones_in_order() {
    long later = Long.parseLong(inFiveHours()) - 1777744485;
    for (byte[] body : life()) {
      database.receive(shifted(new String(body, UTF_8), later));
      normalize();
    }

    assertThat(read("select kind from timeline order by occurred_at, id"))
        .isEqualTo(
            """
            deploy_request.opened
            deploy_request.queued
            deploy_request.in_progress
            deploy_request.pending_cutover
            deploy_request.schema_applied
            deploy_request.reverted
            deploy_request.closed
            """);
    assertThat(story()).startsWith("reverted: ");
    assertThat(read("select count(*) from timeline where occurred_at > now()")).isEqualTo("0\n");
    assertThat(
            read(
                "select count(*) from story where greatest(opened_at, queued_at, deployed_at,"
                    + " reverted_at, closed_at, revertible_until - interval '30 minutes') > now()"))
        .isEqualTo("0\n");
  }
}
