package io.schemamemory.pollauditlog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.schemamemory.pollauditlog.walk.WalkSizes;
import io.schemamemory.testkit.FixedTime;
import io.schemamemory.testkit.planetscale.Fault;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// A log whose pages never end is noticed at once, in words, and the next run begins elsewhere.
class CirclesIT extends PollerFixture {
  @ParameterizedTest
  @CsvSource({"1, false", "2, false", "5, false", "1, true", "2, true", "5, true"})
  void pages_that_lead_back_are_noticed_within_one_round(int pages, boolean newCursors) {
    log.generate(1_000, FixedTime.NOW, Duration.ofMinutes(10));
    planetScale.script().next(5_000, Fault.circle(pages, newCursors));
    PollAuditLog poller = new PollAuditLog();

    assertThatThrownBy(() -> run(poller))
        .hasMessageContaining("acme: ")
        .hasMessageMatching("(?s).*(leads back|given before).*")
        .hasMessageContaining("begins at the newest entry");
    assertThat(requests()).isLessThanOrEqualTo(pages + 6L);
    assertThat(ledger()).hasSize(100 * pages);

    planetScale.script().clear();
    assertThat(run(poller).feeds()).isEqualTo(1);
    assertThat(ledger()).containsExactlyInAnyOrderElementsOf(log.ids());
  }

  @ParameterizedTest
  @CsvSource({"false", "true"})
  void a_page_that_leads_back_once_is_requested_again(boolean newCursors) {
    log.generate(450, FixedTime.NOW, Duration.ofMinutes(10));
    planetScale.script().next(3, Fault.circle(2, newCursors));

    assertThat(run().entries()).isEqualTo(450);
  }

  @Test
  void a_place_where_every_page_leads_to_itself_is_not_gone_back_to() {
    TestBeans.SIZES.set(new WalkSizes(100, 100));
    log.generate(450, FixedTime.NOW, Duration.ofMinutes(10));
    planetScale.script().next(2, Fault.meanwhile(() -> {})).next(6, Fault.status(503));
    PollAuditLog poller = new PollAuditLog();
    assertThatThrownBy(() -> run(poller)).isNotNull();
    planetScale.script().clear();
    String cursor = string("select cursor from memory.feed_position");
    planetScale
        .script()
        .next(
            100,
            (genuine, _) ->
                genuine.saying(
                    genuine
                        .body()
                        .replaceFirst(
                            "\"cursor_end\":\"\\w+\"", "\"cursor_end\":\"" + cursor + "\"")));

    assertThatThrownBy(() -> run(poller)).hasMessageContaining("given before");
    planetScale.script().clear();

    assertThat(run(poller).feeds()).isEqualTo(1);
    assertThat(ledger()).containsExactlyInAnyOrderElementsOf(log.ids());
  }

  /// As an empty page does that has no last entry.
  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void a_page_that_promises_more_and_does_not_say_after_what_is_not_gone_back_to(boolean empty) {
    log.generate(450, FixedTime.NOW, Duration.ofMinutes(10));
    planetScale
        .script()
        .next(2, Fault.meanwhile(() -> {}))
        .next(
            1_000,
            (genuine, _) ->
                empty
                    ? genuine.saying("{\"has_next\":true,\"cursor_end\":null,\"data\":[]}")
                    : genuine.saying(
                        genuine
                            .body()
                            .replaceFirst("\"cursor_end\":\"\\w+\"", "\"cursor_end\":null")));
    PollAuditLog poller = new PollAuditLog();

    assertThatThrownBy(() -> run(poller))
        .hasMessageContaining("does not say after what")
        .hasMessageContaining("begins at the newest entry");

    assertThat(string("select cursor from memory.feed_position")).isEqualTo("null");
    assertThat(ledger()).hasSize(200);
  }

  @Test
  void new_entries_are_read_though_one_entry_makes_planetscale_fail_for_ever() {
    TestBeans.SIZES.set(new WalkSizes(10, 10));
    log.generate(50, FixedTime.NOW.minusSeconds(86_400), Duration.ofMinutes(10));
    PollAuditLog poller = new PollAuditLog();
    run(poller);
    String poison = log.add(FixedTime.NOW.minusSeconds(9_000), "branch.created");
    log.generate(45, FixedTime.NOW, Duration.ofMinutes(10));
    planetScale
        .script()
        .next(
            10_000,
            (genuine, previous) ->
                genuine.body().contains(poison)
                    ? Fault.status(500).instead(genuine, previous)
                    : genuine);
    assertThatThrownBy(() -> run(poller)).hasMessageContaining("500");
    String fresh = log.add(FixedTime.NOW, "branch.created");
    for (int runs = 0; runs < 2; runs++) {
      assertThatThrownBy(() -> run(poller)).hasMessageContaining("500");
    }

    assertThat(ledger()).contains(fresh);
  }

  @Test
  void empty_pages_that_promise_more_for_ever_are_noticed() {
    log.generate(450, FixedTime.NOW, Duration.ofMinutes(10));
    planetScale.script().next(1, Fault.meanwhile(() -> {})).next(5_000, Fault.emptyPageWithMore());
    PollAuditLog poller = new PollAuditLog();

    assertThatThrownBy(() -> run(poller))
        .hasMessageContaining("without a single entry")
        .hasMessageContaining("begins at the newest entry");
    assertThat(requests()).isLessThan(12);

    planetScale.script().clear();
    assertThat(run(poller).feeds()).isEqualTo(1);
    assertThat(ledger()).containsExactlyInAnyOrderElementsOf(log.ids());
  }

  @Test
  void a_log_of_nothing_but_empty_pages_is_noticed() {
    planetScale.script().next(5_000, Fault.emptyPageWithMore());

    assertThatThrownBy(this::run).hasMessageContaining("without a single entry");
    assertThat(requests()).isLessThan(12);
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void a_circle_longer_than_a_run_is_noticed_over_several(boolean newCursors) {
    TestBeans.SIZES.set(new WalkSizes(10, 10));
    log.generate(300, FixedTime.NOW, Duration.ofMinutes(10));
    planetScale.organization(ORGANIZATION).limitRequests(1_000_000);
    Fault circle = Fault.circle(7, newCursors);
    planetScale
        .script()
        .next(
            100_000,
            (genuine, previous) -> {
              TestBeans.NOW.updateAndGet(now -> now.plusSeconds(5));
              return circle.instead(genuine, previous);
            });
    PollAuditLog poller = new PollAuditLog();
    boolean noticed = false;
    for (int runs = 0; !noticed && runs < 12; runs++) {
      try {
        // Three pages.
        run(poller, Duration.ofSeconds(45 + 14));
      } catch (IllegalStateException told) {
        noticed = String.valueOf(told.getMessage()).contains("leads back");
      }
    }
    assertThat(noticed).isTrue();
  }
}
