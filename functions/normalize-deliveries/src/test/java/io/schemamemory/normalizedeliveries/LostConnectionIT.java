package io.schemamemory.normalizedeliveries;

import static org.assertj.core.api.Assertions.assertThat;

import io.schemamemory.testkit.Samples;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// One instance of the function, whose connection is lost between two invocations.
class LostConnectionIT extends NormalizerFixture {
  @Test
  void a_lost_connection_is_replaced_within_the_invocation() {
    NormalizeDeliveries handler = new NormalizeDeliveries();
    database.receive(Samples.payload("branch.ready"));
    assertThat(handler.handleRequest(Map.of(), invocation)).isEqualTo(counts(1, 0, 0, 0));

    database.restartPooler();
    database.receive(Samples.payload("webhook.test"));
    assertThat(handler.handleRequest(Map.of(), invocation)).isEqualTo(counts(1, 0, 0, 0));

    database.killPooler();
    database.receive(Samples.payload("deploy_request.opened"));
    assertThat(handler.handleRequest(Map.of(), invocation)).isEqualTo(counts(1, 0, 0, 0));
  }
}
