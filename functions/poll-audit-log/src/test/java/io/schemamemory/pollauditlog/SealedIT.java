package io.schemamemory.pollauditlog;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import io.schemamemory.sealing.EmailAddress;
import io.schemamemory.sealing.NetworkAddress;
import io.schemamemory.sealing.OpenResult.Opened;
import io.schemamemory.sealing.Sealed;
import io.schemamemory.sealing.SealedColumn;
import io.schemamemory.sealing.SealingContext;
import io.schemamemory.sealing.SealingSettings;
import io.schemamemory.sealing.Searchable;
import io.schemamemory.settings.Environment;
import io.schemamemory.testkit.FixedTime;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Personal values are never stored in clear, and can still be decrypted and searched.
class SealedIT extends PollerFixture {
  private static final String ENTRY =
      """
      {"id":"a1","type":"AuditLogEvent","actor_id":"u1","actor_type":"User","auditable_id":"i1",\
      "auditable_type":"OrganizationInvitation","target_id":"o1","target_type":"Organization",\
      "location":"Nightingale Lane","target_display_name":"Canary Ltd","metadata":{"n":{"x":"Canary"}},\
      "audit_action":"organization_invitation.created","action":"created",\
      "actor_display_name":"Jane Canary","auditable_display_name":"Sam@Canary.test",\
      "remote_ip":"203.0.113.177","user_agent":"Canary/1.0","created_at":"2026-11-20T11:00:00.000Z",\
      "updated_at":"2026-11-20T11:00:00.000Z"}""";

  @BeforeEach
  void poll() {
    log.add("a1", FixedTime.NOW, ENTRY);
    run();
  }

  @Test
  void only_the_actor_s_name_is_stored_in_clear_and_in_one_table() {
    List<String> tables =
        strings(
            "select c.relname::text from pg_class c where c.relnamespace = 'memory'::regnamespace"
                + " and c.relkind in ('r', 'p') and not c.relispartition");

    assertThat(tables.stream().filter(table -> holds(table, "canary"))).containsExactly("person");
    assertThat(tables.stream().filter(table -> holds(table, "nightingale"))).isEmpty();
    assertThat(tables.stream().filter(table -> holds(table, "203.0.113"))).isEmpty();
    assertThat(invocation.log()).doesNotContainIgnoringCase("canary");
  }

  @Test
  void a_sealed_value_decrypts_to_its_exact_bytes_and_only_in_its_own_row() {
    Map<String, ?> row =
        database.rows("select feed_id, body from memory.audit_log_entry").getFirst();
    Sealed body = Sealed.of((byte[]) requireNonNull(row.get("body")));
    String feed = String.valueOf(row.get("feed_id"));
    SealedColumn column = new SealedColumn("audit_log_entry", "body");

    assertThat(sealing().sealer().open(new SealingContext(1, column, List.of(feed, "a1")), body))
        .isEqualTo(new Opened(ENTRY));
    assertThat(sealing().sealer().open(new SealingContext(1, column, List.of(feed, "a2")), body))
        .isNotInstanceOf(Opened.class);
  }

  @Test
  void an_address_is_found_by_its_hash() {
    Map<String, ?> row =
        database.rows("select remote_ip_hash, email_hash from memory.audit_log_entry").getFirst();

    assertThat(hash("remote_ip_hash", new NetworkAddress("203.0.113.177")))
        .isEqualTo(row.get("remote_ip_hash"));
    assertThat(hash("email_hash", new EmailAddress("sam@canary.test")))
        .isEqualTo(row.get("email_hash"));
  }

  @Test
  void the_timeline_shows_the_entry_without_the_e_mail_address() {
    assertThat(read("select entry from timeline"))
        .containsExactly("Jane Canary created an organization invitation of acme.");
  }

  private static byte[] hash(String column, Searchable value) {
    return sealing().hasher().hash(1, new SealedColumn("audit_log_entry", column), value).bytes();
  }

  private static SealingSettings sealing() {
    return SealingSettings.of(Environment.ofProcess());
  }

  private static boolean holds(String table, String canary) {
    String hex = HexFormat.of().formatHex(canary.getBytes(UTF_8));
    return strings(
            "select exists (select from memory.%1$s t where lower(t::text) like '%%%2$s%%' or t::text like '%%%3$s%%')"
                .formatted(table, canary, hex))
        .contains("true");
  }
}
