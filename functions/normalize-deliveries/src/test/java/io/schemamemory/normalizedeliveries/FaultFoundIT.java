package io.schemamemory.normalizedeliveries;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.schemamemory.normalizedeliveries.batch.ClaimSize;
import io.schemamemory.testkit.Samples;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What fails a batch is found in it, and costs the others no more than another try.
class FaultFoundIT extends TroubleFixture {
  @Test
  void one_locked_deploy_request_delays_no_other_delivery_of_its_batch() {
    byte[] locked = Samples.payload("deploy_request.opened");
    byte[][] bodies = new byte[12][];
    for (int i = 0; i < bodies.length; i++) {
      bodies[i] = i == 5 ? locked : ready(i);
    }
    database.receive(Samples.payload("deploy_request.queued"));
    run();
    database.receive(bodies);

    database.whileOpen(
        "select from memory.deploy_request for update",
        () -> assertThatThrownBy(this::run).hasMessageStartingWith("1 deliveries could not"));

    assertThat(rows("pending")).hasSize(1);
    assertThat(attempts()).containsOnly(0);
    lapse();
    assertThat(run()).isEqualTo(counts(1, 0, 0, 0));
    assertThat(rows("quarantine")).isEmpty();
  }

  @ParameterizedTest(name = "SQLSTATE {0}")
  @ValueSource(strings = {"22P02", "23505", "54000"})
  void what_a_delivery_s_own_content_causes_uses_up_its_attempts_and_no_other_s(String state) {
    database.receive(ready(1), Samples.payload("deploy_request.opened"), ready(2));
    trouble(
        "if new.event = 'deploy_request.opened' then raise exception 'bad' using errcode = '"
            + state
            + "'; end if");

    assertThatThrownBy(this::run).hasMessageStartingWith("1 deliveries could not be written");
    assertThat(attempts()).containsExactly(1);
    for (int attempt = 2; attempt < 5; attempt++) {
      lapse();
      assertThatThrownBy(this::run).hasMessageStartingWith("1 deliveries could not be written");
    }
    lapse();
    assertThat(run()).isEqualTo(counts(0, 0, 1, 0));

    assertThat(database.rows("select reason, attempts::int from memory.quarantine").toString())
        .contains("writing it failed in 5 attempts with SQLSTATE " + state, "attempts=5");
    assertThat(rows("sighting")).hasSize(2);
  }

  @Test
  void the_refused_are_found_one_by_one_and_the_rest_of_a_large_backlog_is_written_soon() {
    byte[][] bodies = new byte[100][];
    for (int i = 0; i < bodies.length; i++) {
      bodies[i] = i == 7 || i == 63 ? opened(i) : ready(i);
    }
    database.receive(bodies);
    TestBeans.CLAIM_SIZE.set(new ClaimSize(50));
    trouble(
        "if new.event = 'deploy_request.opened' then raise exception 'x' using errcode = '55P03';"
            + " end if");

    for (int runs = 0; runs < 4; runs++) {
      lapse();
      assertThatThrownBy(this::run).hasMessageContaining("deliveries could not be written");
    }

    assertThat(rows("sighting")).hasSize(98);
    assertThat(attempts()).containsExactly(0, 0);
  }

  @Test
  void a_delivery_or_source_deleted_under_its_claim_is_given_up_with_the_reason() {
    database.receive(Samples.payload("branch.ready"), Samples.payload("deploy_request.opened"));
    database.asOwner(
        """
        alter table memory.delivery disable trigger user;
        update memory.delivery set source_id = 4711 where id = (select min(id) from memory.delivery);
        delete from memory.delivery where id = (select max(id) from memory.delivery);
        alter table memory.delivery enable trigger user
        """);

    assertThat(run()).isEqualTo(counts(0, 0, 2, 0));

    assertThat(database.rows("select distinct reason from memory.quarantine"))
        .containsExactly(
            Map.of("reason", "the delivery or its source was deleted while it was pending"));
    assertThat(rows("pending")).isEmpty();
  }
}
