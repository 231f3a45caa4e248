package io.schemamemory.planetscale.api;

import static io.schemamemory.planetscale.api.ClientFixture.ok;
import static org.assertj.core.api.Assertions.assertThat;

import io.schemamemory.planetscale.api.ApiResult.OutOfTime;
import io.schemamemory.planetscale.api.ApiResult.Throttled;
import io.schemamemory.planetscale.api.ApiResult.Unanswered;
import io.schemamemory.planetscale.api.resource.AuditEntry;
import io.schemamemory.planetscale.api.resource.Page;
import io.schemamemory.testkit.planetscale.Fault;
import io.schemamemory.testkit.planetscale.StandInReply.Delivery;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What passes if asked again, and for how long it is.
class TryAgainIT {
  @AutoClose private final ClientFixture fixture = new ClientFixture();

  static Stream<Arguments> passing() {
    return Stream.of(
        fault("500", Fault.status(500), "PlanetScale answered 500 internal_server_error"),
        fault("408", Fault.status(408), "PlanetScale answered 408 internal_server_error"),
        fault("502 HTML", Fault.html(502), "PlanetScale answered 502 text/html"),
        fault("200 HTML", Fault.html(200), "PlanetScale answered 200 text/html, but the body"),
        fault(
            "truncated JSON",
            Fault.truncatedJson(),
            "PlanetScale answered 200 application/json, but the body is not well-formed JSON,"
                + " or cut short"),
        fault(
            "broken gzip",
            (genuine, _) -> genuine.with("Content-Encoding", "gzip"),
            "the reply's gzip is broken or truncated"),
        fault(
            "packed otherwise",
            (genuine, _) -> genuine.with("Content-Encoding", "br"),
            "the reply has a content encoding that was not asked for"),
        fault("cut off", Fault.delivery(Delivery.CUT), "the connection was lost ("));
  }

  private static Arguments fault(String name, Fault fault, String reason) {
    return Arguments.of(Named.of(name, fault), reason);
  }

  @ParameterizedTest
  @MethodSource("passing")
  void what_passes_is_waited_out(Fault fault, String reason) {
    fixture.planetScale.script().next(2, "/audit-log", fault);

    assertThat(ok(ask(later())).items()).hasSize(100);
    assertThat(fixture.pauses).hasSize(2);
  }

  @ParameterizedTest
  @MethodSource("passing")
  void what_does_not_pass_is_told_after_six_tries(Fault fault, String reason) {
    fixture.planetScale.script().next(1000, fault);

    assertThat(ask(later()))
        .isInstanceOfSatisfying(Unanswered.class, it -> assertThat(it.reason()).startsWith(reason));
    assertThat(fixture.pauses)
        .containsExactly(
            Duration.ofMillis(375),
            Duration.ofMillis(750),
            Duration.ofMillis(1500),
            Duration.ofMillis(3000),
            Duration.ofMillis(6000));
  }

  @Test
  void a_connection_closed_before_a_byte_is_tried_once_more_by_the_jdk_itself() {
    fixture.planetScale.script().next(1000, Fault.delivery(Delivery.CLOSED));

    assertThat(ask(later())).isEqualTo(new Unanswered<>("the connection was lost (IOException)"));
    assertThat(fixture.pauses).hasSize(5);
    assertThat(fixture.planetScale.requests()).hasSize(12);
  }

  @Test
  void no_server_there_is_told() {
    fixture.planetScale.close();

    assertThat(ask(later()))
        .isEqualTo(
            new Unanswered<>("no connection: nothing listens there, or the name is unknown"));
  }

  @Test
  void the_wait_never_reaches_the_deadline() {
    fixture.planetScale.script().next(100, Fault.status(503));
    Instant until = fixture.now.get().plusMillis(375 + 750 + 1500);

    assertThat(ask(until))
        .isEqualTo(
            new OutOfTime<>(
                "there was no time left to try again",
                false,
                Optional.of("PlanetScale answered 503 service_unavailable")));
    assertThat(fixture.pauses).containsExactly(Duration.ofMillis(375), Duration.ofMillis(750));
    assertThat(fixture.planetScale.requests()).hasSize(3);
  }

  @ParameterizedTest
  @ValueSource(longs = {0, -1, -3_600_000})
  void after_the_deadline_nothing_is_asked(long millis) {
    assertThat(ask(fixture.now.get().plusMillis(millis)))
        .isEqualTo(
            new OutOfTime<>("there was no time left for a request", false, Optional.empty()));
    assertThat(fixture.planetScale.requests()).isEmpty();
  }

  @Test
  void too_many_requests_without_a_word_are_backed_off_from() {
    fixture.planetScale.script().next(6, Fault.status(429));

    assertThat(ask(later())).isEqualTo(new Throttled<>(Duration.ofSeconds(12)));
    assertThat(fixture.pauses).hasSize(5).isSorted();
  }

  @ParameterizedTest
  @CsvSource({"429, 7", "503, 7", "429, 'Fri, 20 Nov 2026 12:00:07 GMT'"})
  void who_says_when_to_come_back_is_believed(int status, String header) {
    fixture.planetScale.script().next(1, Fault.retryAfter(status, header));

    assertThat(ok(ask(later())).items()).hasSize(100);
    // A little longer, by chance: others were told the same.
    assertThat(fixture.pauses).containsExactly(Duration.ofMillis(7250));
  }

  @Test
  void who_says_later_than_there_is_time_is_not_waited_for() {
    fixture.planetScale.script().next(1, Fault.retryAfter(429, "60"));

    assertThat(ask(fixture.now.get().plusSeconds(60)))
        .isEqualTo(new Throttled<>(Duration.ofMillis(60_250)));
    assertThat(fixture.pauses).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"soon", "-5", "0", "Fri, 20 Nov 2020 12:00:07 GMT"})
  void who_says_nothing_of_use_is_backed_off_from(String header) {
    fixture.planetScale.script().next(1, Fault.retryAfter(429, header));

    assertThat(ok(ask(later())).items()).hasSize(100);
    assertThat(fixture.pauses).containsExactly(Duration.ofMillis(375));
  }

  @Test
  void the_600_of_a_minute_are_waited_out() {
    fixture.acme.limitRequests(3);
    for (int i = 0; i < 3; i++) {
      ok(ask(later()));
    }
    assertThat(fixture.pauses).isEmpty();

    Instant nextMinute = fixture.now.get().plusSeconds(60);
    fixture.now.updateAndGet(now -> now.plusSeconds(55));
    assertThat(ok(ask(later())).items()).hasSize(100);
    assertThat(fixture.now.get()).isAfterOrEqualTo(nextMinute);
  }

  private ApiResult<Page<AuditEntry>> ask(Instant until) {
    return fixture.api().auditLog(PageRequest.first(), until);
  }

  private Instant later() {
    return fixture.later();
  }
}
