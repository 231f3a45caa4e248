package io.schemamemory.domain.entity;

import static org.assertj.core.api.Assertions.assertThat;

import io.schemamemory.domain.event.Envelope;
import io.schemamemory.domain.event.Event;
import io.schemamemory.domain.event.Facts;
import io.schemamemory.domain.event.Milestone;
import io.schemamemory.domain.event.Snapshot;
import io.schemamemory.domain.observation.Channel;
import io.schemamemory.domain.observation.Sighting;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class DeployRequestNameTest {
  @Test
  void a_milestone_gives_the_id_and_the_path() {
    DeployRequestName name =
        DeployRequestName.of(sighting(Snapshot.of(Milestone.OPENED, 0).event()));

    assertThat(name.id()).isEqualTo("dr1");
    assertThat(name.path()).contains("acme/shop/42");
  }

  @Test
  void an_audit_entry_may_give_one_of_them_only() {
    assertThat(entry("shop", null, 42L).path()).contains("acme/shop/42");
    assertThat(entry("shop", null, 42L).id()).isNull();
    assertThat(entry("shop", "dr1", null).path()).isEmpty();
    assertThat(entry("shop", "dr1", null).id()).isEqualTo("dr1");
  }

  @Test
  void a_number_without_its_database_is_no_path() {
    assertThat(entry("", "dr1", 42L).path()).isEmpty();
    assertThat(entry("", "dr1", 42L).id()).isEqualTo("dr1");
  }

  @Test
  void a_sighting_of_something_else_names_no_deploy_request() {
    DeployRequestName name =
        DeployRequestName.of(sighting(event("shop", new Facts.WebhookTest(null))));

    assertThat(name.id()).isNull();
    assertThat(name.path()).isEmpty();
  }

  private static DeployRequestName entry(
      String database, @Nullable String id, @Nullable Long number) {
    return DeployRequestName.of(
        sighting(
            event(
                database,
                new Facts.AuditEntry(
                    "a1",
                    "deploy_request.created",
                    null,
                    null,
                    null,
                    null,
                    null,
                    id,
                    number,
                    Snapshot.minute(0),
                    null))));
  }

  private static Event event(String database, Facts facts) {
    return new Event(
        new Envelope("any", Snapshot.minute(0), "acme", database), facts, List.of(), List.of());
  }

  private static Sighting sighting(Event event) {
    return Sighting.of(event, Channel.WEBHOOK, "default", "d1", Snapshot.RECEIVED);
  }
}
