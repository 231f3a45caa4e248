package io.schemamemory.receivewebhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.schemamemory.roles.Login;
import io.schemamemory.settings.SettingException;
import io.schemamemory.testkit.Samples;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DurableWebhookIT extends ReceiverFixture {
  @Test
  void a_lost_connection_is_replaced_within_the_request() {
    ReceiveWebhook handler = new ReceiveWebhook();
    assertThat(status(handler, signed(Samples.payload("branch.ready")), invocation)).isEqualTo(202);

    database.restartPooler();

    assertThat(status(handler, signed(Samples.payload("webhook.test")), invocation)).isEqualTo(202);
    assertThat(bodies()).hasSize(2);
  }

  @Test
  void a_secret_with_white_space_around_it_stops_the_start() {
    environment.set("PLANETSCALE_WEBHOOK_SECRET", Samples.SECRET + "\n");

    assertThatThrownBy(ReceiveWebhook::new).hasMessageContaining("without white space around it");
  }

  @ParameterizedTest
  @ValueSource(strings = {"prepareThreshold=5", "logServerErrorDetail=true", "options=-c%20x=y"})
  void a_url_that_overrides_the_pooler_settings_stops_the_start(String parameter) {
    environment.set("DATABASE_URL", database.url(Login.RECEIVE_WEBHOOK).reveal() + "&" + parameter);

    assertThatThrownBy(ReceiveWebhook::new).hasMessageStartingWith("DATABASE_URL is malformed");
  }

  @ParameterizedTest
  @CsvSource({
    "DATABASE_URL, 'exactly one of DATABASE_URL, DATABASE_SECRET_ID'",
    "SPILL_QUEUE_URL, SPILL_QUEUE_URL is missing",
    "PLANETSCALE_WEBHOOK_SECRET, exactly one of WEBHOOK_SECRETS_ID"
  })
  void a_missing_setting_stops_the_start_by_name(String name, String said) {
    environment.set(name, "");

    assertThatThrownBy(ReceiveWebhook::new)
        .isInstanceOf(SettingException.class)
        .hasMessageStartingWith(said);
  }

  @ParameterizedTest
  @ValueSource(strings = {"spill", "arn:aws:sqs:us-east-1:123456789012:spill", "https://sqs/spill"})
  void an_invalid_queue_url_stops_the_start(String url) {
    environment.set("SPILL_QUEUE_URL", url);

    assertThatThrownBy(ReceiveWebhook::new)
        .hasMessageStartingWith("SPILL_QUEUE_URL is malformed: set it to the URL of an SQS queue");
  }

  @Test
  void a_malformed_setting_stops_the_start_by_name_without_its_value() {
    environment.set("DATABASE_URL", "postgres://app:hunter2@host/db");

    assertThatThrownBy(ReceiveWebhook::new)
        .isInstanceOf(SettingException.class)
        .hasMessageStartingWith("DATABASE_URL is malformed")
        .hasMessageNotContaining("hunter2");
  }
}
