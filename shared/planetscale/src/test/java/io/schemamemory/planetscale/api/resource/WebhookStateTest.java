package io.schemamemory.planetscale.api.resource;

import static org.assertj.core.api.Assertions.assertThat;

import io.schemamemory.domain.event.Milestone;
import io.schemamemory.planetscale.api.resource.WebhookState.Disabled;
import io.schemamemory.planetscale.api.resource.WebhookState.EventsMissing;
import io.schemamemory.planetscale.api.resource.WebhookState.Failing;
import io.schemamemory.planetscale.api.resource.WebhookState.Healthy;
import io.schemamemory.planetscale.api.resource.WebhookState.Missing;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class WebhookStateTest {
  private static final String OURS = "https://memory.example.com/api/planetscale/webhooks";
  private static final Instant SENT = Instant.parse("2026-05-02T17:52:35Z");
  private static final List<String> ALL =
      Stream.of(Milestone.values()).map(Milestone::event).toList();

  private final Webhook healthy = webhook(OURS, true, ALL, SENT, true);

  @Test
  void one_that_is_enabled_and_sends_every_needed_event_is_healthy() {
    assertThat(state("mysql", healthy)).isEqualTo(new Healthy(healthy));
  }

  @Test
  void a_database_whose_webhooks_post_elsewhere_has_none() {
    Webhook elsewhere = webhook(OURS + "y", true, ALL, null, null);

    assertThat(state("mysql", elsewhere)).isEqualTo(new Missing());
    assertThat(state("mysql")).isEqualTo(new Missing());
  }

  @Test
  void a_disabled_one_remembers_when_it_failed() {
    Webhook fresh = webhook(OURS, false, ALL, null, false);
    assertThat(state("mysql", fresh)).isEqualTo(new Disabled(fresh, Optional.empty()));

    Webhook failed = webhook(OURS, false, List.of(), SENT, false);
    assertThat(state("mysql", failed)).isEqualTo(new Disabled(failed, Optional.of(SENT)));
  }

  @Test
  void one_whose_last_delivery_failed_is_failing() {
    Webhook failing = webhook(OURS, true, List.of(), SENT, false);

    assertThat(state("mysql", failing)).isEqualTo(new Failing(failing, SENT));
  }

  @Test
  void one_that_was_never_used_is_not_failing() {
    Webhook unused = webhook(OURS, true, ALL, null, false);
    Webhook unknown = webhook(OURS, true, ALL, SENT, null);

    assertThat(state("mysql", unused)).isEqualTo(new Healthy(unused));
    assertThat(state("mysql", unknown)).isEqualTo(new Healthy(unknown));
  }

  @Test
  void missing_events_are_named_in_the_order_of_a_deploy_request() {
    Webhook partial = webhook(OURS, true, ALL.subList(1, ALL.size() - 1), SENT, true);

    assertThat(state("mysql", partial))
        .isEqualTo(new EventsMissing(partial, List.of(ALL.getFirst(), ALL.getLast())));
  }

  @Test
  void only_vitess_needs_the_events_of_deploy_requests() {
    Webhook silent = webhook(OURS, true, List.of(), SENT, true);

    assertThat(state("postgresql", silent)).isEqualTo(new Healthy(silent));
    assertThat(state(null, silent)).isEqualTo(new EventsMissing(silent, ALL));
  }

  @Test
  void one_healthy_webhook_of_two_is_enough_and_else_the_first_counts() {
    Webhook disabled = webhook(OURS, false, ALL, null, null);
    Webhook failing = webhook(OURS, true, ALL, SENT, false);

    assertThat(state("mysql", disabled, healthy)).isEqualTo(new Healthy(healthy));
    assertThat(state("mysql", disabled, failing))
        .isEqualTo(new Disabled(disabled, Optional.empty()));
  }

  private static WebhookState state(@Nullable String kind, Webhook... webhooks) {
    Database database = new Database("d", "shop", kind, null, null, null, null, null);
    return WebhookState.of(List.of(webhooks), OURS::equals, database.neededEvents());
  }

  private static Webhook webhook(
      String url,
      boolean enabled,
      List<String> events,
      @Nullable Instant lastSentAt,
      @Nullable Boolean lastSentSuccess) {
    return new Webhook(
        "w", url, null, enabled, events, null, lastSentSuccess, lastSentAt, null, null);
  }
}
