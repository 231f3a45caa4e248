package io.schemamemory.planetscale;

import static io.schemamemory.planetscale.Bodies.RECEIVED;
import static org.assertj.core.api.Assertions.assertThat;

import io.schemamemory.domain.event.Actor;
import io.schemamemory.domain.event.Event;
import io.schemamemory.domain.event.Facts;
import io.schemamemory.planetscale.Reading.Read;
import io.schemamemory.testkit.Samples;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// PlanetScale's own samples, in `events/payloads`.
class DocumentedPayloadsTest {
  @ParameterizedTest
  @MethodSource("io.schemamemory.testkit.Samples#payloads")
  void every_documented_payload_is_read(String name) {
    Event event = event(name);

    assertThat(event.envelope())
        .returns(name, envelope -> envelope.event())
        .returns("acme/shop", envelope -> envelope.place());
    assertThat(event.envelope().sentAt()).isBefore(RECEIVED);
    assertThat(event.known())
        .isEqualTo(
            name.startsWith("deploy_request.")
                || name.equals("branch.ready")
                || name.equals("webhook.test"));
    assertThat(event.actors()).extracting(Actor::displayName).doesNotContain("Ghost");
  }

  @Test
  void a_failed_request_has_its_lint_error_and_no_run_by_anybody() {
    Facts.DeployRequest request = (Facts.DeployRequest) event("deploy_request.errored").facts();

    assertThat(request.deployment())
        .isNotNull()
        .satisfies(run -> assertThat(run.queuedBy()).isNull())
        .satisfies(run -> assertThat(run.errors()).hasSize(1))
        .satisfies(run -> assertThat(run.errors().getFirst()).contains("no unique key"));
  }

  private static Event event(String name) {
    return ((Read) Bodies.read(Samples.payload(name))).event();
  }
}
