package io.schemamemory.testkit.planetscale;

import static org.assertj.core.api.Assertions.assertThat;

import io.schemamemory.testkit.planetscale.StandInClient.Answered;
import java.time.Duration;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StandInWebhooksIT {
  private static final String WEBHOOKS = "/databases/shop/webhooks";
  private static final String NEW =
      "{\"url\":\"https://example.com/hook\",\"events\":[\"branch.ready\"]}";

  @AutoClose private final StandInClient asking = new StandInClient();

  @Test
  void a_new_webhook_is_disabled_and_has_a_secret() {
    Answered made = create(NEW);

    assertThat(made.status()).isEqualTo(201);
    assertThat(made.body().path("enabled").booleanValue()).isFalse();
    assertThat(made.body().path("secret").asText()).matches("[0-9a-f]{64}");
    assertThat(asking.get(WEBHOOKS).body().path("data")).containsExactly(made.body());
    assertThat(asking.get(WEBHOOKS + "/" + id(made)).body()).isEqualTo(made.body());
  }

  @Test
  void one_made_enabled_is() {
    assertThat(create(NEW.replace("}", ",\"enabled\":true}")).body().path("enabled").booleanValue())
        .isTrue();
  }

  @Test
  void a_change_replaces_the_events_and_shows_no_header() {
    String id = id(create(NEW));

    Answered changed =
        send(
            "PATCH",
            "/" + id,
            "{\"events\":[\"branch.sleeping\"],\"authorization_header\":\"Bearer hunter2\"}");

    assertThat(changed.status()).isEqualTo(200);
    assertThat(changed.body().path("events").toString()).isEqualTo("[\"branch.sleeping\"]");
    assertThat(changed.body().path("authorization_header_configured").booleanValue()).isTrue();
    assertThat(changed.body().toString()).doesNotContain("hunter2");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "{\"url\":\"http://example.com\"}",
        "{\"url\":\"https://localhost/hook\"}",
        "{\"url\":\"https://127.0.0.1/hook\"}",
        "{\"url\":\"https://example.com\",\"secret\":\"mine\"}"
      })
  void an_address_that_is_not_public_https_is_refused(String body) {
    assertThat(create(body).status()).isEqualTo(422);
    assertThat(asking.get(WEBHOOKS).ids()).isEmpty();
  }

  @Test
  void a_sixth_is_refused() {
    for (int i = 0; i < 5; i++) {
      assertThat(create(NEW).status()).isEqualTo(201);
    }
    assertThat(create(NEW).status()).isEqualTo(422);
    assertThat(asking.get("/databases/ledger/webhooks").ids()).isEmpty();
  }

  @Test
  void one_test_is_made_in_twenty_seconds() {
    String test = "/" + id(create(NEW)) + "/test";

    assertThat(send("POST", test, "").status()).isEqualTo(204);
    asking.wait(Duration.ofMillis(19_999));
    assertThat(send("POST", test, "").status()).isEqualTo(429);
    asking.wait(Duration.ofMillis(1));
    assertThat(send("POST", test, "").status()).isEqualTo(204);
    assertThat(asking.get(WEBHOOKS).body().at("/data/0/last_sent_success").booleanValue()).isTrue();
  }

  @Test
  void a_deleted_one_is_gone() {
    String id = id(create(NEW));

    assertThat(send("DELETE", "/" + id, "").status()).isEqualTo(204);
    assertThat(asking.get(WEBHOOKS + "/" + id).status()).isEqualTo(404);
    assertThat(send("DELETE", "/" + id, "").status()).isEqualTo(404);
  }

  @Test
  void a_read_only_token_changes_nothing() {
    String id = id(create(NEW));
    asking.planetScale.grant(Acme.TOKEN, Acme.NAME, "read_database");

    assertThat(create(NEW).status()).isEqualTo(404);
    assertThat(send("PATCH", "/" + id, "{\"enabled\":true}").status()).isEqualTo(404);
    assertThat(send("POST", "/" + id + "/test", "").status()).isEqualTo(404);
    assertThat(send("DELETE", "/" + id, "").status()).isEqualTo(404);
    assertThat(asking.get(WEBHOOKS).ids()).containsExactly(id);
  }

  private Answered create(String body) {
    return send("POST", "", body);
  }

  private Answered send(String method, String path, String body) {
    return asking.send(method, WEBHOOKS + path, body, Acme.TOKEN);
  }

  private static String id(Answered made) {
    return made.body().path("id").asText();
  }
}
