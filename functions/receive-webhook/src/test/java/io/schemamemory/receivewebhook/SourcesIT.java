package io.schemamemory.receivewebhook;

import static org.assertj.core.api.Assertions.assertThat;

import io.schemamemory.testkit.Samples;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SourcesIT extends SecretsFixture {
  private static final byte[] BODY = Samples.payload("branch.ready");

  @BeforeEach
  void threeSources() {
    document(
        "{'default':'d','shop':{'live':['new','old'],'retired':[{'secret':'gone','retired_at':'2026-11-21T12:00:00Z'}]},'closed':{'live':[]}}");
    database.asOwner(
        """
        insert into memory.workspace (name) values ('other');
        insert into memory.source (workspace_id, name)
        select id, 'shop' from memory.workspace where name = 'other'
        """);
  }

  @AfterEach
  void oneSource() {
    database.empty();
    database.asOwner(
        """
        delete from memory.source where name = 'shop';
        delete from memory.workspace where name = 'other'
        """);
  }

  @Test
  void each_source_accepts_any_of_its_own_live_secrets() {
    ReceiveWebhook handler = new ReceiveWebhook();

    assertThat(post(handler, "shop", "old", BODY)).isEqualTo(202);
    assertThat(post(handler, "shop", "new", Samples.payload("webhook.test"))).isEqualTo(202);
    assertThat(post(handler, "default", "d", BODY)).isEqualTo(202);
    assertThat(post(handler, "default", "new", BODY)).isEqualTo(401);
    assertThat(post(handler, "shop", "d", BODY)).isEqualTo(401);
  }

  @Test
  void the_same_bytes_to_two_sources_are_two_deliveries_each_in_its_source_s_workspace() {
    ReceiveWebhook handler = new ReceiveWebhook();
    post(handler, "shop", "new", BODY);
    post(handler, "default", "d", BODY);

    assertThat(
            database.rows(
                """
                select w.name as workspace, s.name as source
                from memory.delivery d
                join memory.source s on s.id = d.source_id
                join memory.workspace w on w.id = s.workspace_id
                order by s.name
                """))
        .isEqualTo(
            List.of(
                Map.of("workspace", "default", "source", "default"),
                Map.of("workspace", "other", "source", "shop")));
  }

  @Test
  void a_retired_secret_no_longer_verifies() {
    assertThat(post(new ReceiveWebhook(), "shop", "gone", BODY)).isEqualTo(401);
    assertThat(invocation.log()).isEqualTo("rejected SIGNATURE_MISMATCH source=shop");
  }

  @Test
  void a_source_without_a_live_secret_is_closed() {
    assertThat(post(new ReceiveWebhook(), "closed", "gone", BODY)).isEqualTo(401);
    assertThat(invocation.log()).isEqualTo("rejected NO_LIVE_SECRET source=closed");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "nobody", "Shop", "shop/", "<b>\n rejected SIGNATURE_MISMATCH"})
  void an_unknown_source_is_answered_401_and_its_name_is_not_echoed(String source) {
    assertThat(post(new ReceiveWebhook(), source, "new", BODY)).isEqualTo(401);
    assertThat(invocation.log()).isEqualTo("rejected UNKNOWN_SOURCE");
  }

  @Test
  void without_a_database_rejected_requests_are_still_rejected() {
    environment.set("DATABASE_URL", "jdbc:postgresql://127.0.0.1:1/memory?user=u&password=p");
    ReceiveWebhook handler = new ReceiveWebhook();

    assertThat(post(handler, "shop", "gone", BODY)).isEqualTo(401);
    assertThat(post(handler, "nobody", "new", BODY)).isEqualTo(401);
    assertThat(post(handler, "closed", "new", BODY)).isEqualTo(401);
    assertThat(post(handler, "shop", "new", BODY)).isEqualTo(202);
  }

  @Test
  void a_source_with_secrets_but_no_row_is_spilled_and_logged() {
    document("{'shop':'new','forgotten':'f'}");

    assertThat(post(new ReceiveWebhook(), "forgotten", "f", BODY)).isEqualTo(202);
    assertThat(invocation.log())
        .startsWith("spilled source=forgotten ")
        .endsWith(" because the database has no source forgotten");
  }
}
