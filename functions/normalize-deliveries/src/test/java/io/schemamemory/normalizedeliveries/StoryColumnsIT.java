package io.schemamemory.normalizedeliveries;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.schemamemory.testkit.Samples;
import org.junit.jupiter.api.Test;

/// Columns of the stories that people query with SQL.
class StoryColumnsIT extends NormalizerFixture {
  @Test
  void a_story_gives_its_duration_and_until_when_it_can_be_reverted() {
    database.receive(life().subList(0, 5).toArray(byte[][]::new));
    run();

    assertThat(
            read(
                """
                select concat_ws(' ', outcome, approved, instant, revert_failed,
                  queued_at at time zone 'UTC', cut_over_at at time zone 'UTC', time_to_deploy,
                  revertible_until at time zone 'UTC', cancelled_at)
                from story
                """))
        .isEqualTo(
            "deployed f f f 2026-05-02 17:53:29.543 2026-05-02 17:53:58.312 00:00:35.578"
                + " 2026-05-02 18:24:05.153\n");
  }

  @Test
  void a_story_names_both_who_cut_over_and_who_queued() {
    byte[] body =
        new String(Samples.payload("deploy_request.schema_applied"), UTF_8)
            .replace(
                "\"cutover_actor\":{\"id\":\"yoltegwbg83i\",\"type\":\"User\",\"display_name\":\"Jane Doe\"",
                "\"cutover_actor\":{\"id\":\"sam\",\"type\":\"User\",\"display_name\":\"Sam Roe\"")
            .getBytes(UTF_8);
    database.receive(body);
    run();

    assertThat(
            read(
                """
                select string_agg(p.display_name, ', ' order by p.id = d.cut_over_by)
                from memory.deploy_request d
                join memory.person p on p.id in (d.queued_by, d.cut_over_by)
                """))
        .isEqualTo("Jane Doe, Sam Roe\n");
    assertThat(story())
        .contains("Sam Roe deployed schema changes", "queued at 17:53:29 by Jane Doe");
  }

  @Test
  void values_that_no_body_gives_are_null_not_false() {
    database.receive(
        new String(Samples.payload("deploy_request.opened"), UTF_8)
            .replace("\"approved\":false", "\"approved\":null")
            .getBytes(UTF_8));
    run();

    assertThat(read("select approved is null from story")).isEqualTo("true\n");
  }

  @Test
  void a_statement_shows_its_warnings_and_its_error() {
    database.receive(
        new String(Samples.payload("deploy_request.queued"), UTF_8)
            .replace("\"table_recently_used\":false", "\"table_recently_used\":true")
            .replace("\"deploy_errors\":null", "\"deploy_errors\":\"lock wait timeout\"")
            .getBytes(UTF_8));
    run();

    assertThat(
            read(
                """
                select concat_ws(' | ', s ->> 'keyspace', s ->> 'table', s ->> 'operation',
                  s ->> 'canDropData', s ->> 'tableRecentlyUsed', s ->> 'error')
                from story, jsonb_array_elements(statements) as s
                """))
        .isEqualTo("shop | customers | ALTER | true | true | lock wait timeout\n");
  }
}
