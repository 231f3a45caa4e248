package io.schemamemory.pollauditlog;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/// Audit entries beside the webhooks of the same deploy request, whichever is learned first.
class RememberedIT extends RememberedFixture {
  @Test
  void an_approval_is_added_to_an_existing_story() {
    webhook("opened");
    AuditedLife.approved(log);
    run(poller);

    assertThat(read("select story from story"))
        .singleElement()
        .asString()
        .contains("approved at 17:53:10 by Sam Roe");
    assertThat(read("select approved and approved_at is not null from story"))
        .containsExactly("true");
  }

  @Test
  void an_approval_is_added_to_a_story_that_comes_later() {
    AuditedLife.approved(log);
    run(poller);
    assertThat(read("select story from story")).isEmpty();
    webhook("opened");

    assertThat(read("select story from story"))
        .singleElement()
        .asString()
        .contains("approved at 17:53:10 by Sam Roe");
  }

  @Test
  void an_approval_with_only_the_number_is_added_too() {
    AuditedLife.reviewed(log);
    run(poller);
    webhook("opened");
    assertThat(read("select story from story")).asString().contains("by Sam Roe");

    database.empty();
    webhook("opened");
    run(poller);
    assertThat(read("select story from story")).asString().contains("by Sam Roe");
  }

  @Test
  void an_entry_that_duplicates_a_webhook_is_left_out_of_the_timeline() {
    AuditedLife.jane(log, "deploy_request.created", "17:52:36");
    run(poller);
    assertThat(read("select entry from timeline"))
        .containsExactly("Jane Doe created deploy request #42 of acme/shop.");
    webhook("opened");
    AuditedLife.jane(log, "deploy_request.queued", "17:53:30");
    run(poller);
    webhook("queued");

    assertThat(read("select kind from timeline order by occurred_at"))
        .containsExactly("deploy_request.opened", "deploy_request.queued");
    assertThat(strings("select count(*) from memory.observation where duplicate_of is not null"))
        .containsExactly("2");
  }

  @Test
  void entries_more_than_a_minute_apart_are_no_duplicates() {
    webhook("closed");
    AuditedLife.jane(log, "deploy_request.closed", "17:55:46");
    run(poller);

    assertThat(read("select count(*) from timeline")).containsExactly("2");
  }

  @Test
  void an_entry_returns_to_the_timeline_when_its_webhook_observation_goes() {
    AuditedLife.jane(log, "deploy_request.created", "17:52:36");
    run(poller);
    webhook("opened");
    // The same delivery, which a later version reads as something else.
    context.getBean(Webhooks.class).write("branch.ready", LIFE.indexOf("opened"));

    assertThat(read("select kind from timeline order by kind"))
        .containsExactly("branch.ready", "deploy_request.created");
  }

  @Test
  void an_entry_is_found_by_what_it_is_about() {
    AuditedLife.approved(log);
    run(poller);

    assertThat(read("select entry from search('{\"deploy_request\": \"acme/shop/42\"}')"))
        .containsExactly("Sam Roe approved deploy request #42 of acme/shop.");
    assertThat(
            read(
                "select entry from search('{\"kind\": \"deploy_request.approved\", \"database\": \"acme/shop\"}')"))
        .hasSize(1);
    assertThat(read("select name from memory.entity order by name"))
        .containsExactly("acme", "acme/shop", "acme/shop/42");
  }
}
