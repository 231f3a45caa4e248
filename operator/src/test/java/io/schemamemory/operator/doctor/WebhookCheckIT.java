package io.schemamemory.operator.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class WebhookCheckIT extends PlanetScaleFixture {
  @Test
  void a_disabled_webhook_is_told_and_whether_it_failed_before() {
    update("{\"enabled\":false}");
    found("webhook of acme/shop", "fail", "as PlanetScale creates webhooks: enable it");

    update("{\"last_sent_at\":\"2026-05-02T17:52:35.000Z\",\"last_sent_success\":false}");
    found(
        "webhook of acme/shop", "fail", "keeps failing", "2026-05-02T17:52:35Z", "then enable it");

    update("{\"enabled\":true}");
    found(
        "webhook of acme/shop", "fail", "failed at 2026-05-02T17:52:35Z, and PlanetScale disables");

    update("{\"last_sent_success\":true}");
    found("webhook of acme/shop", "ok", "enabled");
  }

  @Test
  void events_a_webhook_does_not_send_are_named() {
    sends("opened queued in_progress pending_cutover schema_applied errored");

    found(
        "webhook of acme/shop",
        "fail",
        "does not send deploy_request.reverted, deploy_request.closed:");
  }

  @Test
  void a_database_on_postgres_has_no_deploy_requests_to_send() {
    acme.database("ledger", "postgresql").webhooks().register(WEBHOOKS + "/ledger");

    found("webhook of acme/ledger", "ok", "enabled");
  }

  @Test
  void one_of_two_webhooks_is_enough() {
    update("{\"enabled\":false}");
    webhook = acme.database("shop", "mysql").webhooks().register(WEBHOOKS);
    sends("opened queued in_progress pending_cutover schema_applied errored reverted closed");

    found("webhook of acme/shop", "ok", "enabled");
  }

  @Test
  void where_no_webhook_posts_to_us_nothing_is_received() {
    update("{\"url\":\"https://memory.example.com/api/planetscale/webhooksy\"}");

    Ended ended = found("webhooks of acme", "fail", "no database has a webhook to " + WEBHOOKS);
    assertThat(ended.line("webhook of acme/shop")).startsWith("skipped ").contains("none posts to");
  }

  @Test
  void without_our_own_address_webhooks_are_not_checked() {
    variables.remove("WEBHOOK_URL");
    found("webhooks of acme", "skipped", "set WEBHOOK_URL");

    variables.put("WEBHOOK_URL", "http://127.0.0.1:9000/api/planetscale/webhooks");
    found("webhooks of acme", "skipped", "cannot post to http://127.0.0.1:9000");
  }

  private void update(String fields) {
    acme.database("shop", "mysql").webhooks().update(webhook, fields);
  }
}
