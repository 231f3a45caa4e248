package io.schemamemory.planetscale.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.schemamemory.domain.event.ActorId;
import io.schemamemory.domain.event.Event;
import io.schemamemory.domain.event.Facts;
import io.schemamemory.planetscale.api.resource.AuditEntry;
import io.schemamemory.planetscale.api.resource.AuditEntry.Mention;
import io.schemamemory.planetscale.api.resource.AuditEntry.Origin;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AuditEventsTest {
  private static final Instant AT = Instant.parse("2026-05-02T17:53:29Z");
  private static final Mention NOBODY = new Mention(null, null, null);
  private static final Mention JANE = new Mention("User", "u1", "Jane Doe");
  private static final Mention SHOP = new Mention("Database", "db1", "shop");

  @Test
  void a_deploy_request_is_told_by_id_and_number_within_its_database() {
    Event event = event(JANE, new Mention("DeployRequest", "dr1", "deploy request #42"), SHOP);

    assertThat(event.envelope().place()).isEqualTo("acme/shop");
    assertThat(facts(event).deployRequest()).isEqualTo("dr1");
    assertThat(facts(event).number()).isEqualTo(42);
    assertThat(facts(event).actor()).isEqualTo(new ActorId("User", "u1"));
    assertThat(event.actors()).extracting(one -> one.displayName()).containsExactly("Jane Doe");
  }

  @Test
  void a_review_says_a_number_and_no_id_of_the_request() {
    Event event = event(JANE, new Mention("DeployRequestReview", "r1", "deploy request #42"), SHOP);

    assertThat(facts(event).deployRequest()).isNull();
    assertThat(facts(event).number()).isEqualTo(42);
  }

  @Test
  void what_belongs_to_a_branch_says_so() {
    Event event =
        event(
            JANE,
            new Mention("DatabaseBranchPassword", "p1", "Jane's laptop"),
            new Mention("DatabaseBranch", "b1", "main"));

    assertThat(facts(event).branch()).isEqualTo("main");
    assertThat(facts(event).name()).isNull();
    assertThat(event.envelope().place()).isEqualTo("acme");
  }

  @ParameterizedTest
  @CsvSource({
    "User, Jane Doe",
    "OrganizationInvitation, jane@example.test",
    "OrganizationMembership, Jane",
    "ServiceToken, jane",
    "DatabaseBranch, jane@example.test",
    "Database, Jane Doe"
  })
  void no_name_is_kept_that_may_be_a_persons(String type, String name) {
    assertThat(event(JANE, new Mention(type, "x1", name), NOBODY).facts().toString())
        .doesNotContainIgnoringCase("jane");
  }

  @Test
  void nobody_is_nobody() {
    assertThat(facts(event(new Mention("User", "boo", "Ghost"), SHOP, NOBODY)).actor()).isNull();
    assertThat(facts(event(NOBODY, SHOP, NOBODY)).actor()).isNull();
  }

  @Test
  void who_acted_without_a_type_is_a_user_as_elsewhere() {
    assertThat(facts(event(new Mention(null, "u1", "Jane"), SHOP, NOBODY)).actor())
        .isEqualTo(new ActorId("User", "u1"));
  }

  private static Facts.AuditEntry facts(Event event) {
    return (Facts.AuditEntry) event.facts();
  }

  private static Event event(Mention actor, Mention auditable, Mention target) {
    return AuditEvents.of(
        "acme",
        new AuditEntry(
            "a1",
            "some.thing",
            actor,
            auditable,
            target,
            new Origin(null, null),
            Map.of(),
            AT,
            null));
  }
}
