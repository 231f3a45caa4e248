package io.schemamemory.planetscale.api;

import static io.schemamemory.planetscale.api.ClientFixture.ok;
import static io.schemamemory.planetscale.api.ClientFixture.read;
import static org.assertj.core.api.Assertions.assertThat;

import io.schemamemory.planetscale.api.ApiResult.Ok;
import io.schemamemory.planetscale.api.ApiResult.Throttled;
import io.schemamemory.planetscale.api.ApiResult.Unanswered;
import io.schemamemory.planetscale.api.resource.Item;
import io.schemamemory.planetscale.api.resource.Webhook;
import io.schemamemory.testkit.planetscale.Acme;
import io.schemamemory.testkit.planetscale.Fault;
import io.schemamemory.testkit.planetscale.StandInReply.Delivery;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// A change is sent again only where that is safe.
class RepeatedChangesIT {
  private static final String WEBHOOKS = "/webhooks";
  private static final WebhookChange FIELDS =
      WebhookChange.create("https://memory.example.com/hooks", List.of("branch.ready"));

  @AutoClose private final ClientFixture fixture = new ClientFixture();

  @BeforeEach
  void grant() {
    fixture.planetScale.grant(Acme.TOKEN, Acme.NAME, "read_database", "write_database");
  }

  /// After each of these PlanetScale has created the webhook, as far as the client can know.
  static Stream<Named<Fault>> perhapsProcessed() {
    return Stream.of(
        Named.of("500", Fault.status(500)),
        Named.of("408", Fault.status(408)),
        Named.of("502 of a proxy", Fault.html(502)),
        Named.of("503 with Retry-After", Fault.retryAfter(503, "7")),
        Named.of("an unreadable 201", Fault.truncatedJson()),
        Named.of("cut off", Fault.delivery(Delivery.CUT)),
        Named.of("closed without a byte", Fault.delivery(Delivery.CLOSED)));
  }

  @ParameterizedTest
  @MethodSource("perhapsProcessed")
  void a_webhook_that_may_have_been_created_is_not_created_again(Fault fault) {
    fixture.planetScale.script().next(1, WEBHOOKS, fault);

    assertThat(create(fixture.api())).isInstanceOf(Unanswered.class);

    assertThat(fixture.pauses).isEmpty();
    assertThat(fixture.planetScale.requests()).hasSize(1);
    assertThat(webhooks()).hasSize(1);
  }

  @ParameterizedTest
  @MethodSource("perhapsProcessed")
  void an_update_is_sent_again(Fault fault) {
    String id = read(ok(create(fixture.api()))).id();
    fixture.planetScale.script().next(2, WEBHOOKS + "/" + id, fault);

    Webhook changed =
        read(
            ok(
                fixture
                    .api()
                    .updateWebhook(
                        "shop", id, new WebhookChange(null, false, null), fixture.later())));

    assertThat(changed.enabled()).isFalse();
    assertThat(fixture.pauses).hasSize(2);
  }

  @Test
  void a_creation_that_was_throttled_is_sent_again() {
    // Not a scripted fault: those replace the reply of a request that was processed.
    fixture.acme.limitRequests(2);
    fixture.now.updateAndGet(now -> now.plusSeconds(55));
    webhooks();
    webhooks();

    assertThat(create(fixture.api())).isInstanceOf(Ok.class);
    assertThat(fixture.pauses).isNotEmpty();
    assertThat(webhooks()).hasSize(1);
  }

  @Test
  void a_creation_waits_for_the_budget() {
    Duration minute = Duration.ofMinutes(1);

    assertThat(create(fixture.api(() -> minute))).isInstanceOf(Throttled.class);
    assertThat(fixture.pauses).hasSize(5);
    assertThat(fixture.planetScale.requests()).isEmpty();
  }

  @Test
  void a_creation_without_a_connection_is_tried_again() {
    fixture.planetScale.close();

    assertThat(create(fixture.api()))
        .isEqualTo(
            new Unanswered<>("no connection: nothing listens there, or the name is unknown"));
    assertThat(fixture.pauses).hasSize(5);
  }

  private ApiResult<Item<Webhook>> create(OrganizationApi api) {
    return api.createWebhook("shop", FIELDS, fixture.later());
  }

  private List<Webhook> webhooks() {
    return read(ok(fixture.api().webhooks("shop", PageRequest.first(), fixture.later())));
  }
}
