package io.schemamemory.normalizedeliveries;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.schemamemory.normalizedeliveries.answer.NormalizeCounter;
import io.schemamemory.testkit.Samples;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Deliveries read differently by a later version: nothing of the earlier reading is left.
class RenormalizedIT extends NormalizerFixture {
  @BeforeEach
  void twoBranchesOfADatabase() {
    database.receive(
        Samples.payload("branch.ready"),
        new String(Samples.payload("branch.anomaly"), UTF_8)
            .replace("8uttcz5xsj20", "another")
            .replace("add-email-index", "drop-fax")
            .getBytes(UTF_8));
    assertThat(run().count(NormalizeCounter.NORMALIZED)).isEqualTo(2);
  }

  @Test
  void renormalizing_the_same_way_changes_nothing() {
    String before = Remembered.text();

    readAgain("add-email-index", "add-email-index");

    assertThat(Remembered.text()).isEqualTo(before).contains("add-email-index", "drop-fax");
  }

  @Test
  void an_observation_read_differently_keeps_no_old_facet_state_or_entity() {
    String before = Remembered.text();

    readAgain("add-email-index", "add-name-index");

    assertThat(Remembered.text())
        .isEqualTo(before.replace("add-email-index", "add-name-index"))
        .isNotEqualTo(before);
  }

  @Test
  void an_observation_without_sightings_is_deleted_with_the_entities_only_it_named() {
    readAgain("8uttcz5xsj20", "another-id");
    assertThat(rows("observation")).hasSize(2);

    readAgain("\"database\":\"shop\"", "\"database\":\"blog\"");

    assertThat(Remembered.text()).contains("branch acme/blog/drop-fax").doesNotContain("acme/shop");
    assertThat(database.rows(Remembered.ENTITIES)).hasSize(4);
  }

  @Test
  void an_entity_s_first_and_last_times_follow_its_remaining_observations() {
    readAgain(
        "\"event\":\"branch.ready\",\"organization\":\"acme\"",
        "\"event\":\"branch.ready\",\"organization\":\"umbrella\"");

    assertThat(
            database.rows(
                """
                select e.name from memory.entity e
                join memory.observation o on o.organization = e.name
                where e.kind = 'organization'
                  and e.first_seen = o.occurred_at and e.last_seen = o.occurred_at
                """))
        .hasSize(2);
  }

  private void readAgain(String was, String is) {
    database.asOwner(
        """
        update memory.delivery_body
        set body = convert_to(replace(convert_from(body, 'UTF8'), '%s', '%s'), 'UTF8');
        insert into memory.pending (delivery_id, received_at)
        select id, received_at from memory.delivery
        """
            .formatted(was, is));
    assertThat(run().count(NormalizeCounter.NORMALIZED)).isEqualTo(2);
  }
}
