package io.schemamemory.planetscale.api;

import static io.schemamemory.planetscale.api.ClientFixture.ok;
import static io.schemamemory.planetscale.api.ClientFixture.read;
import static org.assertj.core.api.Assertions.assertThat;

import io.schemamemory.planetscale.api.resource.AuditEntry;
import io.schemamemory.planetscale.api.resource.AuditEntry.Mention;
import io.schemamemory.planetscale.api.resource.AuditEntry.Origin;
import io.schemamemory.planetscale.api.resource.Item;
import io.schemamemory.planetscale.api.resource.Item.Unreadable;
import io.schemamemory.planetscale.api.resource.Page;
import io.schemamemory.planetscale.api.resource.Raw;
import io.schemamemory.testkit.FixedTime;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

class AuditEntryIT {
  private static final String EVERYTHING =
      """
      {"id":"ecxuvo000001","type":"AuditLogEvent","actor_id":"jane","actor_type":"User",
       "auditable_id":"dr1","auditable_type":"DeployRequest","target_id":"db1",
       "target_type":"Database","location":"Chicago, IL","target_display_name":"shop",
       "metadata":{"from":"add-index","count":2,"forced":false,"why":null,"more":{"a":[1]}},
       "audit_action":"deploy_request.teleported","action":"teleported",
       "actor_display_name":"Jane Doe","auditable_display_name":"deploy request #42",
       "remote_ip":"203.0.113.7","added_next_year":[{}],
       "created_at":"2026-05-02T17:53:29.000Z","updated_at":"2026-05-02T17:53:30.000Z"}\
      """;

  @AutoClose private final ClientFixture fixture = new ClientFixture();

  @Test
  void what_an_entry_says_is_read() {
    fixture.acme.auditLog().add("ecxuvo000001", FixedTime.NOW, EVERYTHING);

    AuditEntry entry = read(page(new PageRequest(null, 1))).getFirst();

    assertThat(entry)
        .isEqualTo(
            new AuditEntry(
                "ecxuvo000001",
                "deploy_request.teleported",
                new Mention("User", "jane", "Jane Doe"),
                new Mention("DeployRequest", "dr1", "deploy request #42"),
                new Mention("Database", "db1", "shop"),
                new Origin("Chicago, IL", "203.0.113.7"),
                Map.of("from", "add-index", "count", "2", "forced", "false"),
                Instant.parse("2026-05-02T17:53:29Z"),
                Instant.parse("2026-05-02T17:53:30Z")));
  }

  @Test
  void an_entry_that_says_no_more_than_it_must_is_read() {
    AuditEntry entry =
        read(page(PageRequest.first())).stream()
            .filter(it -> it.actor().id() == null)
            .findFirst()
            .orElseThrow();

    assertThat(entry.actor().displayName()).isNotNull();
    assertThat(entry.target()).isEqualTo(new Mention(null, null, null));
    assertThat(entry.origin()).isEqualTo(new Origin(null, null));
    assertThat(entry.metadata()).isEmpty();
  }

  @Test
  void an_entry_that_cannot_be_read_is_kept_as_it_is_and_loses_no_other() {
    String strange = "{\"id\":\"odd1\" , \"audit_action\":[\"hunter2\"],\"nul\":\"\\u0000\"}";
    fixture.acme.auditLog().add("odd1", FixedTime.NOW, strange);
    fixture.acme.auditLog().add("odd2", FixedTime.NOW, "null");
    fixture.acme.auditLog().add("odd3", FixedTime.NOW, "{\"id\":\"odd3\"}");

    List<Item<AuditEntry>> items = page(PageRequest.first()).items();

    assertThat(items.get(2))
        .isEqualTo(
            new Unreadable<>(
                "odd1",
                "audit_action is not text of at most 255 bytes",
                Raw.of(strange.getBytes(StandardCharsets.UTF_8))));
    assertThat(items.get(1))
        .isEqualTo(
            new Unreadable<>(
                null,
                "the body is not a JSON object",
                Raw.of("null".getBytes(StandardCharsets.UTF_8))));
    assertThat(items.get(0))
        .isInstanceOfSatisfying(
            Unreadable.class,
            it -> assertThat(it.reason()).isEqualTo("the body has no audit_action"));
    assertThat(items.subList(3, 100)).allMatch(Item.Read.class::isInstance);
  }

  @Test
  void what_cannot_be_read_of_an_entry_costs_its_field_only() {
    String odd =
        "{\"id\":\"odd\",\"audit_action\":\"a.b\",\"created_at\":\"2026-05-02T17:53:29.000Z\","
            + "\"actor_display_name\":\"Zo\\ud800\",\"metadata\":{\"notes\":\"\\u0000\",\"n\":"
            + "1".repeat(2_000)
            + ",\"deep\":"
            + "[".repeat(5_000)
            + "]".repeat(5_000)
            + "}}";
    fixture.acme.auditLog().add("odd", FixedTime.NOW, odd);

    List<Item<AuditEntry>> items = page(PageRequest.first()).items();

    assertThat(items).allMatch(Item.Read.class::isInstance);
    AuditEntry entry = read(items.getFirst());
    assertThat(entry.actor().displayName()).isEqualTo("Zo\ufffd");
    assertThat(entry.passedOver())
        .containsExactly("actor_display_name", "metadata.deep", "metadata.n", "metadata.notes");
    assertThat(items.getFirst().raw().bytes()).isEqualTo(odd.getBytes(StandardCharsets.UTF_8));
  }

  @Test
  void an_entry_is_kept_byte_by_byte() {
    String json =
        "{ \"id\" :\"b1\",\"audit_action\":\"a.b\",\"actor_display_name\":\"Zoë 😀\","
            + "\"created_at\":\"2026-05-02T17:53:29.000Z\" }";
    fixture.acme.auditLog().add("b1", FixedTime.NOW, json);

    Item<AuditEntry> item = page(PageRequest.first()).items().getFirst();

    assertThat(read(item).actor().displayName()).isEqualTo("Zoë 😀");
    assertThat(item.raw().bytes()).isEqualTo(json.getBytes(StandardCharsets.UTF_8));
  }

  @Test
  void a_hundred_entries_of_great_length_are_one_page() {
    for (int i = 0; i < 100; i++) {
      String id = "wide" + i;
      fixture
          .acme
          .auditLog()
          .add(
              id,
              FixedTime.NOW,
              EVERYTHING
                  .replace("ecxuvo000001", id)
                  .replace("add-index", "é\\n".repeat(9_000) + i));
    }

    Page<AuditEntry> page = page(PageRequest.first());

    assertThat(page.items().stream().mapToInt(item -> item.raw().length()).sum())
        .isGreaterThan(3_000_000);
    assertThat(read(page))
        .allMatch(entry -> entry.metadata().getOrDefault("from", "").length() > 18_000);
    assertThat(read(page).getLast().id()).isEqualTo("wide0");
  }

  private Page<AuditEntry> page(PageRequest request) {
    return ok(fixture.api().auditLog(request, fixture.later()));
  }
}
