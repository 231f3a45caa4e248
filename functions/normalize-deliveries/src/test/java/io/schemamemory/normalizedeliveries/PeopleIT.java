package io.schemamemory.normalizedeliveries;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.schemamemory.testkit.Samples;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PeopleIT extends NormalizerFixture {
  @Test
  void a_name_stands_in_one_table_and_forgetting_it_empties_every_entry() {
    database.receive(life().toArray(byte[][]::new));
    run();
    assertThat(timeline()).contains("Jane Doe");
    for (String table : List.of("observation", "sighting", "deploy_request", "person_identity")) {
      assertThat(rows(table).toString()).doesNotContain("Jane");
    }

    database.asOwner(
        "update memory.person set display_name = null, avatar_url = null, forgotten_at = now()");
    database.asOwner("insert into memory.pending select id, received_at from memory.delivery");
    run();

    assertThat(timeline()).doesNotContain("Jane").contains("somebody opened deploy request #42");
    assertThat(story()).doesNotContain("Jane");
  }

  @Test
  void a_payload_cannot_fake_a_person_or_move_the_cursor() {
    String body =
        new String(Samples.payload("branch.ready"), UTF_8)
            .replace("\"name\":\"add-email-index\"", "\"name\":\"{1}{{\\u001b[2J\"");
    database.receive(body.getBytes(UTF_8));

    run();

    assertThat(timeline()).contains("Branch {1}{{ [2J of acme/shop");
  }

  @Test
  void a_stranger_with_the_readers_group_sees_nothing() {
    database.receive(Samples.payload("branch.ready"));
    run();
    database.asOwner("delete from memory.reader");
    try {
      assertThat(timeline()).isEmpty();
    } finally {
      database.asOwner(
          "insert into memory.reader select current_database() || '_reader', id from memory.workspace");
    }
  }

  @Test
  void a_persons_name_cannot_move_the_cursor_or_turn_the_text() {
    String body =
        new String(Samples.payload("branch.ready"), UTF_8)
            .replace("Jane Doe", "J\\u009b2Ja\\u202ene Doe");
    database.receive(body.getBytes(UTF_8));

    run();

    assertThat(timeline()).contains("made from main by J 2Ja ne Doe, is ready");
  }

  @Test
  void a_body_without_a_name_keeps_the_known_name() {
    String body = new String(Samples.payload("branch.ready"), UTF_8);
    database.receive(
        body.getBytes(UTF_8),
        body.replace("1777744335", "1777744999")
            .replace("\"display_name\":\"Jane Doe\"", "\"display_name\":null")
            .getBytes(UTF_8));

    run();

    assertThat(timeline()).contains("by Jane Doe").doesNotContain("somebody");
  }

  @Test
  void of_several_names_in_one_batch_the_newest_is_kept() {
    String body = new String(Samples.payload("branch.ready"), UTF_8);
    database.receive(
        body.getBytes(UTF_8),
        body.replace("1777744335", "1777744999").replace("Jane Doe", "Jane Roe").getBytes(UTF_8),
        body.replace("1777744335", "1777744500").replace("Jane Doe", "Jane Poe").getBytes(UTF_8),
        body.replace("1777744335", "1777744999").replace("Jane Doe", "Jane Loe").getBytes(UTF_8));

    run();

    assertThat(database.rows("select display_name from memory.person"))
        .containsExactly(Map.of("display_name", "Jane Roe"));
  }
}
