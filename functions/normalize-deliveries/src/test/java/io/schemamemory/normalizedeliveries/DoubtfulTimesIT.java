package io.schemamemory.normalizedeliveries;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.schemamemory.testkit.Samples;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// A source's clock that is ahead of ours: what it says is kept, its time leads nothing.
class DoubtfulTimesIT extends DoubtfulFixture {
  @Test
  void a_milestone_that_says_it_is_yet_to_come_is_told_when_it_was_sent() {
    database.receive(
        changed("deploy_request.opened", DoubtfulFixture::openedAhead),
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
    database.receive(changed("deploy_request.opened", DoubtfulFixture::openedAhead));
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
}
