package io.schemamemory.receivewebhook;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.schemamemory.settings.SettingException;
import io.schemamemory.testkit.Samples;
import io.schemamemory.testkit.webhook.Signatures;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import uk.org.webcompere.systemstubs.jupiter.SystemStub;
import uk.org.webcompere.systemstubs.stream.SystemOut;

/// What goes wrong is counted, under the names that the alarms watch.
class CountedIT extends SecretsFixture {
  private static final byte[] BODY = Samples.payload("branch.ready");

  private static final String METRICS = "{\"_aws\":";

  @SystemStub private final SystemOut out = new SystemOut();

  @BeforeEach
  void sources() {
    document("{'default':'d','closed':{'live':[]},'forgotten':'f'}");
    environment.set("METRICS_NAMESPACE", "SchemaMemory/stack");
  }

  @Test
  void a_stored_delivery_prints_no_metric() {
    assertThat(post(new ReceiveWebhook(), "default", "d", BODY)).isEqualTo(202);

    assertThat(counted()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "nobody, d, RejectedUnknownSource",
    "closed, d, RejectedNoLiveSecret",
    "default, wrong, RejectedSignatureMismatch"
  })
  void a_rejection_is_counted_by_its_reason(String source, String secret, String metric) {
    assertThat(post(new ReceiveWebhook(), source, secret, BODY)).isEqualTo(401);

    assertThat(counted()).containsExactly(List.of(metric));
  }

  @ParameterizedTest
  @CsvSource({"'', RejectedSignatureMissing", "abc, RejectedSignatureMalformed"})
  void a_missing_or_malformed_signature_is_counted(String signature, String metric) {
    assertThat(status(event(BODY, Map.of(Signatures.HEADER, signature)))).isEqualTo(401);

    assertThat(counted()).containsExactly(List.of(metric));
  }

  @Test
  void the_schedule_that_keeps_the_snapshot_is_not_counted() throws IOException {
    assertThat(status(JSON.readTree(Samples.read("receive-webhook/keep-snapshot.json"))))
        .isEqualTo(200);

    assertThat(counted()).isEmpty();
    assertThat(invocation.log()).isEqualTo("kept warm");
  }

  @Test
  void a_request_that_is_no_webhook_is_not_counted() {
    ObjectNode event = signed(BODY);
    event.put("isBase64Encoded", true);

    assertThat(status(event)).isEqualTo(400);

    assertThat(counted()).isEmpty();
  }

  @Test
  void a_spilled_delivery_is_counted() {
    environment.set("DATABASE_URL", NOWHERE);

    assertThat(post(new ReceiveWebhook(), "default", "d", BODY)).isEqualTo(202);

    assertThat(counted()).containsExactly(List.of("SpilledDeliveries"));
  }

  @Test
  void a_spill_because_of_a_missing_source_row_is_counted_separately_too() {
    assertThat(post(new ReceiveWebhook(), "forgotten", "f", BODY)).isEqualTo(202);

    assertThat(counted()).containsExactly(List.of("SpilledDeliveries", "SourceWithoutRow"));
  }

  @Test
  void a_delivery_that_neither_the_database_nor_the_queue_took_is_counted_as_not_kept() {
    environment.set("DATABASE_URL", NOWHERE);
    environment.set("AWS_ENDPOINT_URL_SQS", "http://127.0.0.1:1");

    assertThat(post(new ReceiveWebhook(), "default", "d", BODY)).isEqualTo(503);

    assertThat(counted()).containsExactly(List.of("DeliveriesNotKept"));
  }

  @Test
  void secrets_that_cannot_be_read_are_counted() {
    extension.close();

    assertThat(post(new ReceiveWebhook(), "default", "d", BODY)).isEqualTo(503);

    assertThat(counted()).containsExactly(List.of("SecretsMissing"));
  }

  @Test
  void using_an_old_copy_of_the_secrets_is_counted() {
    ReceiveWebhook handler = new ReceiveWebhook();
    assertThat(post(handler, "default", "d", BODY)).isEqualTo(202);
    extension.close();

    assertThat(post(handler, "default", "wrong", BODY)).isEqualTo(401);

    assertThat(counted())
        .containsExactly(List.of("SecretsStale"), List.of("RejectedSignatureMismatch"));
  }

  @Test
  void without_a_namespace_nothing_is_printed() {
    environment.remove("METRICS_NAMESPACE");

    assertThat(post(new ReceiveWebhook(), "nobody", "d", BODY)).isEqualTo(401);

    assertThat(counted()).isEmpty();
  }

  @Test
  void a_namespace_cloudwatch_would_refuse_stops_the_start() {
    environment.set("METRICS_NAMESPACE", "a b");

    assertThatThrownBy(ReceiveWebhook::new)
        .isInstanceOf(SettingException.class)
        .hasMessageStartingWith("METRICS_NAMESPACE is malformed");
  }

  /// The metrics of each line that CloudWatch would read, each of which must be worth 1.
  private List<List<String>> counted() {
    return out.getLines()
        .filter(line -> line.contains(METRICS))
        // Outside Lambda, its logger does not end a line.
        .map(line -> line.substring(line.indexOf(METRICS)))
        .map(CountedIT::read)
        .toList();
  }

  private static List<String> read(String line) {
    try {
      JsonNode read = JSON.readTree(line);
      JsonNode directive = read.at("/_aws/CloudWatchMetrics/0");
      assertThat(directive.path("Namespace").textValue()).isEqualTo("SchemaMemory/stack");
      assertThat(directive.path("Dimensions").toString()).isEqualTo("[[]]");
      List<String> names = new ArrayList<>();
      for (JsonNode metric : directive.path("Metrics")) {
        names.add(requireNonNull(metric.path("Name").textValue()));
        assertThat(read.path(names.getLast()).intValue()).isEqualTo(1);
      }
      return names;
    } catch (IOException noJson) {
      throw new AssertionError(line, noJson);
    }
  }
}
