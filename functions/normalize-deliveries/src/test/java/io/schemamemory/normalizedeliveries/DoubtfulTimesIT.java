package io.schemamemory.normalizedeliveries;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.schemamemory.testkit.Samples;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// A source's clock that is ahead of ours: what it says is kept, its time leads nothing.
class DoubtfulTimesIT extends NormalizerFixture {
  private @Nullable NormalizeDeliveries normalize;

  /// One instance for all runs of a test: each has a connection of its own.
  private void normalize() {
    normalize = Objects.requireNonNullElseGet(normalize, NormalizeDeliveries::new);
    normalize.handleRequest(Map.of(), invocation);
  }

  /// 2099-01-01, as an envelope has it.
  private static final String AHEAD = "4070908800";

  private static final String SHOWN = "PlanetScale gave 2099-01-01 00:00:00 UTC as its time";

  private static final String OPENED_AT = "\"created_at\":\"2026-05-02T17:52:35.797Z\"";

  @Test
  void a_milestone_that_says_it_is_yet_to_come_is_told_when_it_was_sent() {
    database.receive(
        changed("deploy_request.opened", DoubtfulTimesIT::openedAhead),
        Samples.payload("branch.ready"),
        Samples.payload("deploy_request.queued"));
    normalize();

    assertThat(timeline().lines().toList().get(1))
        .startsWith("2026-05-02 17:52:35  Jane Doe opened deploy request #42")
        .contains(SHOWN);
    assertThat(
            read(
                "select doubtful_time at time zone 'UTC' from timeline where doubtful_time is not"
                    + " null"))
        .contains("2099-01-01 00:00:00");
    assertThat(read("select kind from timeline_page(page => 1)"))
        .isEqualTo("deploy_request.queued\n");
    assertThat(read("select count(*) from entity where last_seen > now() or first_seen > now()"))
        .isEqualTo("0\n");
  }

  @Test
  void a_later_body_with_the_right_time_gives_it_back() {
    database.receive(changed("deploy_request.opened", DoubtfulTimesIT::openedAhead));
    normalize();
    database.receive(Samples.payload("deploy_request.opened"));
    normalize();

    assertThat(timeline())
        .hasLineCount(1)
        .startsWith("2026-05-02 17:52:35  Jane Doe opened")
        .doesNotContain("2099");
    assertThat(read("select count(*) from timeline where doubtful_time is not null"))
        .isEqualTo("0\n");
  }

  @ParameterizedTest
  @ValueSource(strings = {"branch.ready", "webhook.test", "cluster.storage", "branch.teleported"})
  void an_event_sent_ahead_of_our_clock_is_told_when_we_received_it(String event) {
    String sample = event.equals("branch.teleported") ? "branch.anomaly" : event;
    database.receive(
        changed(
            sample,
            body ->
                body.replace(sample, event)
                    .replaceFirst("\"timestamp\":\\d+", "\"timestamp\":" + AHEAD)));
    normalize();

    assertThat(rows("quarantine")).isEmpty();
    assertThat(read("select entry from timeline where occurred_at <= now()")).contains(SHOWN);
    assertThat(read("select count(*) from entity where last_seen > now()")).isEqualTo("0\n");
  }

  @Test
  void the_first_time_we_received_it_stays_when_it_comes_again() {
    byte[] ahead =
        changed(
            "branch.ready",
            body -> body.replaceFirst("\"timestamp\":\\d+", "\"timestamp\":" + AHEAD));
    database.receive(ahead);
    normalize();
    String first = read("select occurred_at from timeline");
    database.receive((new String(ahead, UTF_8) + " ").getBytes(UTF_8));
    normalize();

    assertThat(read("select occurred_at from timeline")).isEqualTo(first);
    assertThat(rows("sighting")).hasSize(2);
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void a_name_with_a_doubtful_time_never_goes_before_one_with_a_right_time(boolean first) {
    byte[] ahead =
        changed(
            "branch.ready",
            body -> body.replace("1777744335", inFiveHours()).replace("Jane Doe", "Jane Ahead"));
    byte[] right = Samples.payload("branch.sleeping");
    for (byte[] body : first ? List.of(ahead, right) : List.of(right, ahead)) {
      database.receive(body);
      normalize();
    }

    assertThat(database.rows("select display_name from memory.person"))
        .containsExactly(Map.of("display_name", "Jane Doe"));
  }

  @Test
  void a_name_that_only_a_doubtful_time_gives_is_used_until_a_better_one_comes() {
    database.receive(
        changed(
            "branch.ready",
            body -> body.replace("1777744335", AHEAD).replace("Jane Doe", "Jane Ahead")));
    normalize();

    assertThat(database.rows("select display_name from memory.person"))
        .containsExactly(Map.of("display_name", "Jane Ahead"));
  }

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
    database.receive(changed("deploy_request.opened", DoubtfulTimesIT::openedAhead));
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

  @ParameterizedTest
  @ValueSource(strings = {"0001-01-01T00:00:00.000Z", "1970-01-01T00:00:00.000Z", "yesterday"})
  void a_time_far_in_the_past_or_unreadable_begins_nothing(String time) {
    database.receive(
        changed(
            "deploy_request.opened",
            body -> body.replace(OPENED_AT, "\"created_at\":\"" + time + "\"")));
    database.receive(
        changed(
            "deploy_request.closed",
            body -> body.replaceFirst("(?s)(.*\"updated_at\":)\"[^\"]*\"", "$1\"" + time + "\"")));
    normalize();

    assertThat(read("select count(*) from entity where first_seen < '2026-05-02Z'"))
        .isEqualTo("0\n");
    assertThat(story()).startsWith("reverted: ");
  }

  /// Before, such a body was read, and what it said stood for five hours.
  private static String inFiveHours() {
    return read("select extract(epoch from now() + interval '5 hours')::bigint").strip();
  }

  private static byte[] shifted(String body, long seconds) {
    String envelope =
        Pattern.compile("(?<=\"timestamp\":)\\d+")
            .matcher(body)
            .replaceFirst(found -> Long.toString(Long.parseLong(found.group()) + seconds));
    return Pattern.compile("2026-05-02T[0-9:.]+Z")
        .matcher(envelope)
        .replaceAll(found -> Instant.parse(found.group()).plusSeconds(seconds).toString())
        .getBytes(UTF_8);
  }

  private static String openedAhead(String body) {
    return body.replace(OPENED_AT, "\"created_at\":\"2099-01-01T00:00:00.000Z\"");
  }

  /// The field everywhere in a body; `boo` and nulls stay.
  private static String ahead(String body, String field) {
    return field.equals("timestamp")
        ? body.replaceFirst("\"timestamp\":\\d+", "\"timestamp\":" + AHEAD)
        : body.replaceAll(
            "\"" + field + "\":\"2026-05-02T[0-9:.]+Z\"",
            "\"" + field + "\":\"2099-01-01T00:00:00.000Z\"");
  }

  private static byte[] changed(String sample, UnaryOperator<String> change) {
    String body = new String(Samples.payload(sample), UTF_8);
    assertThat(change.apply(body)).isNotEqualTo(body);
    return change.apply(body).getBytes(UTF_8);
  }
}
