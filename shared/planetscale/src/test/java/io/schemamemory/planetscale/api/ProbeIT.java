package io.schemamemory.planetscale.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.schemamemory.planetscale.api.ApiResult.Ok;
import io.schemamemory.planetscale.api.ApiResult.Throttled;
import io.schemamemory.planetscale.api.ApiResult.Unanswered;
import io.schemamemory.testkit.planetscale.Fault;
import io.schemamemory.testkit.planetscale.StandInReply.Delivery;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

class ProbeIT {
  @AutoClose private final ClientFixture fixture = new ClientFixture();

  @Test
  void whatever_is_answered_is_told_with_the_servers_time() {
    ProbeResult reached = reached();

    assertThat(reached.status()).isEqualTo(200);
    assertThat(reached.json()).isTrue();
    assertThat(reached.date().orElseThrow())
        .isCloseTo(Instant.now(), within(10, ChronoUnit.SECONDS));
  }

  @Test
  void an_error_is_an_answer_and_is_not_asked_for_again() {
    fixture.planetScale.script().next(1, Fault.status(503));

    assertThat(reached().status()).isEqualTo(503);
    assertThat(fixture.planetScale.requests()).hasSize(1);
  }

  @Test
  void a_page_is_no_json() {
    fixture.planetScale.script().next(1, Fault.html(200));

    assertThat(reached().json()).isFalse();
  }

  @Test
  void a_connection_that_is_lost_is_told_after_one_try() {
    fixture.planetScale.script().next(1, Fault.delivery(Delivery.CUT));

    assertThat(fixture.api().probe(fixture.later())).isInstanceOf(Unanswered.class);
    assertThat(fixture.pauses).isEmpty();
  }

  @Test
  void it_is_taken_out_of_the_budget() {
    Duration minute = Duration.ofMinutes(1);

    assertThat(fixture.api(() -> minute).probe(fixture.later())).isEqualTo(new Throttled<>(minute));
    assertThat(fixture.planetScale.requests()).isEmpty();
  }

  private ProbeResult reached() {
    return ((Ok<ProbeResult>) fixture.api().probe(fixture.later())).value();
  }
}
