package io.schemamemory.domain.observation;

import static org.assertj.core.api.Assertions.assertThat;

import io.schemamemory.domain.event.ActorId;
import io.schemamemory.domain.event.Envelope;
import io.schemamemory.domain.event.Facts.AuditEntry;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AuditSentenceTest {
  private static final Instant AT = Instant.parse("2026-05-02T17:53:10Z");

  @ParameterizedTest
  @CsvSource(
      nullValues = "-",
      value = {
        "deploy_request.approved, -, -, 42, shop, {1} approved deploy request #42 of acme/shop",
        "database_deploy_request.closed, -, -, 7, shop, {1} closed deploy request #7 of acme/shop",
        "deploy_request_review.approved, -, -, 42, shop, {1} approved deploy request #42 of acme/shop",
        "database_branch.created, dev, dev, -, shop, {1} created branch dev of acme/shop",
        "branch.deleted, dev, dev, -, shop, {1} deleted branch dev of acme/shop",
        "database_branch_password.created, -, main, -, shop, {1} created a password of branch main of acme/shop",
        "database_branch.enabled_safe_migrations, main, main, -, shop, {1} enabled safe migrations on branch main of acme/shop",
        "database.requested_deletion, shop, -, -, shop, {1} requested deletion of database shop of acme",
        "database_webhook.deleted, -, -, -, shop, {1} deleted a webhook of acme/shop",
        "integration.created, -, -, -, '', {1} created an integration of acme",
        "organization.enabled_sso, -, -, -, '', {1} enabled sso on organization acme",
        "user.signed_in, -, -, -, '', {1} signed in to acme",
        "service_token.token_leaked, -, -, -, '', PlanetScale found a leak of a service token of acme",
        "cron_job.teleported, -, -, -, '', {1} teleported on a cron job of acme",
        "odd{brace}.did, -, -, -, '', {1} did on an odd{{brace}} of acme",
        "wordless, -, -, -, '', {1} wordless on a thing of acme",
      })
  void it_says_who_did_what_to_what(
      String action,
      @Nullable String name,
      @Nullable String branch,
      @Nullable Long number,
      String database,
      String expected) {
    assertThat(text(action, new ActorId("User", "u1"), name, branch, number, database))
        .isEqualTo(expected);
  }

  @Test
  void an_unknown_actor_is_called_somebody() {
    assertThat(text("database_branch.created", null, "dev", "dev", null, "shop"))
        .isEqualTo("Somebody created branch dev of acme/shop");
  }

  private static String text(
      String action,
      @Nullable ActorId actor,
      @Nullable String name,
      @Nullable String branch,
      @Nullable Long number,
      String database) {
    AuditEntry entry =
        new AuditEntry("a1", action, actor, null, name, branch, null, null, number, AT, null);
    return AuditSentence.of(entry, new Envelope(action, AT, "acme", database)).template();
  }
}
