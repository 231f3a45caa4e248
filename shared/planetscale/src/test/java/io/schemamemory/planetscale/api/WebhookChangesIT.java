package io.schemamemory.planetscale.api;

import static io.schemamemory.planetscale.api.ClientFixture.ok;
import static io.schemamemory.planetscale.api.ClientFixture.read;
import static org.assertj.core.api.Assertions.assertThat;

import io.schemamemory.planetscale.api.ApiResult.Done;
import io.schemamemory.planetscale.api.ApiResult.Refusal;
import io.schemamemory.planetscale.api.ApiResult.Refused;
import io.schemamemory.planetscale.api.ApiResult.Throttled;
import io.schemamemory.planetscale.api.resource.Item;
import io.schemamemory.planetscale.api.resource.Raw;
import io.schemamemory.planetscale.api.resource.Webhook;
import io.schemamemory.testkit.planetscale.Acme;
import io.schemamemory.testkit.planetscale.PlanetScaleStandIn;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Webhooks are created, changed, tested and deleted over HTTP.
class WebhookChangesIT {
  private static final String URL = "https://memory.example.com/api/planetscale/webhooks";
  private static final List<String> EVENTS = List.of("branch.ready", "deploy_request.opened");

  @AutoClose private final ClientFixture fixture = new ClientFixture();

  @BeforeEach
  void grant() {
    fixture.planetScale.grant(Acme.TOKEN, Acme.NAME, "read_database", "write_database");
  }

  @Test
  void a_created_webhook_is_enabled_and_its_secret_is_not_kept() {
    Item<Webhook> item = ok(create());

    Webhook created = read(item);
    assertThat(created.url()).isEqualTo(URL);
    assertThat(created.enabled()).isTrue();
    assertThat(created.events()).isEqualTo(EVENTS);
    assertThat(created.secretFingerprint()).hasSize(16);
    assertThat(item.raw()).isSameAs(Raw.WITHHELD);
    assertThat(webhooks()).containsExactly(created);
  }

  @Test
  void only_the_given_fields_change() {
    Webhook created = read(ok(create()));

    Webhook subscribed =
        read(ok(update(created.id(), WebhookChange.subscribe(List.of("branch.ready")))));
    assertThat(subscribed.events()).containsExactly("branch.ready");
    assertThat(subscribed.enabled()).isTrue();

    update(created.id(), new WebhookChange(null, false, null));
    Webhook enabled = read(ok(update(created.id(), WebhookChange.enable())));
    assertThat(enabled.enabled()).isTrue();
    assertThat(enabled.url()).isEqualTo(URL);
    assertThat(enabled.events()).containsExactly("branch.ready");
  }

  @Test
  void a_deleted_webhook_is_gone_and_deleting_it_again_is_not_found() {
    String id = read(ok(create())).id();

    assertThat(ok(fixture.api().deleteWebhook("shop", id, fixture.later()))).isEqualTo(Done.DONE);
    assertThat(webhooks()).isEmpty();
    assertThat(fixture.api().deleteWebhook("shop", id, fixture.later()))
        .isInstanceOfSatisfying(
            Refused.class, it -> assertThat(it.refusal()).isEqualTo(Refusal.NOT_FOUND));
  }

  @Test
  void a_test_delivery_too_soon_after_the_last_is_throttled() {
    String id = read(ok(create())).id();
    assertThat(ok(fixture.api().testWebhook("shop", id, fixture.later()))).isEqualTo(Done.DONE);
    assertThat(read(ok(update(id, WebhookChange.enable()))).lastSentSuccess()).isTrue();

    assertThat(fixture.api().testWebhook("shop", id, fixture.later()))
        .isInstanceOf(Throttled.class);
    fixture.now.updateAndGet(now -> now.plus(Duration.ofSeconds(20)));
    assertThat(ok(fixture.api().testWebhook("shop", id, fixture.later()))).isEqualTo(Done.DONE);
  }

  @Test
  void a_sixth_webhook_is_rejected_without_a_retry() {
    for (int i = 0; i < 5; i++) {
      ok(create());
    }

    assertThat(create())
        .isEqualTo(
            new Refused<>(
                Refusal.REJECTED,
                "PlanetScale rejected the request to change the webhooks of acme/shop"
                    + " (422 unprocessable)"));
    assertThat(fixture.pauses).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(ints = {403, 404})
  void a_missing_access_is_named(int status) {
    fixture.planetScale.grant(Acme.TOKEN, Acme.NAME, "read_database");
    fixture.planetScale.answerMissingAccess(status);

    assertThat(create())
        .isInstanceOfSatisfying(
            Refused.class,
            it -> assertThat(it.whatToDo()).contains("the database access write_database"));
  }

  @Test
  void names_from_outside_stay_in_their_place() {
    fixture.api().deleteWebhook("shop", "a/../b?c", fixture.later());

    assertThat(fixture.planetScale.requests())
        .extracting(PlanetScaleStandIn.Seen::path)
        .containsExactly("/v1/organizations/acme/databases/shop/webhooks/a%2F..%2Fb%3Fc");
  }

  private ApiResult<Item<Webhook>> create() {
    return fixture.api().createWebhook("shop", WebhookChange.create(URL, EVENTS), fixture.later());
  }

  private ApiResult<Item<Webhook>> update(String id, WebhookChange fields) {
    return fixture.api().updateWebhook("shop", id, fields, fixture.later());
  }

  private List<Webhook> webhooks() {
    return read(ok(fixture.api().webhooks("shop", PageRequest.first(), fixture.later())));
  }
}
