package io.schemamemory.memorywriter.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import io.micronaut.json.JsonMapper;
import io.micronaut.json.tree.JsonNode;
import io.schemamemory.domain.event.ActorId;
import io.schemamemory.domain.event.Envelope;
import io.schemamemory.domain.event.Facts.DeployRequest;
import io.schemamemory.domain.observation.EntryText;
import io.schemamemory.domain.story.DeployRequestSnapshot;
import io.schemamemory.domain.story.StoryFold;
import io.schemamemory.memorywriter.rows.RowJson;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class StoryRowTest {
  private static final Instant AT = Instant.parse("2026-05-02T17:53:29.543Z");
  private static final ActorId JANE = new ActorId("User", "jane");
  private static final JsonMapper MAPPER = JsonMapper.createDefault();

  private static final String OPENED =
      """
      {"milestone":"OPENED","id":"dr1","number":42,"branch":"fix","intoBranch":"main"}""";

  private static final String DEPLOYED =
      """
      {"milestone":"SCHEMA_APPLIED","id":"dr1","number":42,"branch":"fix","intoBranch":"main",
       "url":"https://example.com/42","deploymentState":"complete","approved":true,
       "openedBy":{"type":"User","id":"jane"},"createdAt":"2026-05-02T17:53:29.543Z",
       "deployment":{"id":"run1","errors":["slow"],
         "queuedBy":{"type":"User","id":"unknown"},"readyToCutoverAt":"2026-05-02T17:53:29.543Z",
         "statements":[{"ddl":"drop table t","canDropData":true}]}}""";

  @Test
  void a_field_is_the_column_of_its_name_and_a_step_is_two() throws IOException {
    assertThat(row(DEPLOYED))
        .contains(
            entry("workspace_id", 7L),
            entry("external_id", "dr1"),
            entry("number", 42L),
            entry("organization", "acme"),
            entry("database_name", "shop"),
            entry("into_branch", "main"),
            entry("html_url", "https://example.com/42"),
            entry("outcome", "deployed"),
            entry("can_drop_data", true),
            entry("approved", true),
            entry("ready_to_cutover_at", AT),
            entry("opened_by", 3L),
            entry("opened_at", AT),
            entry("template", "{1} did"),
            entry("people", "{3}"));
  }

  @Test
  void what_is_not_known_is_a_column_of_null() throws IOException {
    assertThat(row(OPENED))
        .containsOnlyKeys(row(DEPLOYED).keySet())
        .contains(entry("approved", null), entry("approved_by", null), entry("closed_at", null));
    assertThat(row(DEPLOYED)).contains(entry("queued_by", null));
  }

  @Test
  void the_json_has_every_column_that_is_known_and_empty_lists() throws IOException {
    assertThat(written(OPENED))
        .contains("\"errors\":[]", "\"statements\":[]", "\"revert_failed\":false");
    assertThat(written(DEPLOYED))
        .contains(
            "\"opened_at\":\"2026-05-02T17:53:29.543Z\"",
            "\"errors\":[\"slow\"]",
            "\"ddl\":\"drop table t\"",
            "\"canDropData\":true");
  }

  private static String written(String request) throws IOException {
    String json = new RowJson(MAPPER).write(List.of(row(request)));
    assertThat(Objects.requireNonNull(MAPPER.readValue(json, JsonNode.class)).size()).isOne();
    return json;
  }

  private static Map<String, @Nullable Object> row(String request) throws IOException {
    DeployRequest facts = Objects.requireNonNull(MAPPER.readValue(request, DeployRequest.class));
    Envelope envelope = new Envelope("deploy_request.opened", AT, "acme", "shop");
    return StoryRow.of(
        7,
        StoryFold.of(List.of(new DeployRequestSnapshot(envelope, facts, AT, AT, false))),
        EntryText.EMPTY.person(JANE).words(" did"),
        Map.of(JANE, 3L));
  }
}
