package io.schemamemory.local.queue;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.schemamemory.local.template.QueueMapping;
import io.schemamemory.testkit.Samples;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.sqs.model.Message;
import software.amazon.awssdk.services.sqs.model.MessageSystemAttributeName;

class QueueEventTest {
  private static final JsonMapper JSON = new JsonMapper();

  @Test
  void the_event_has_lambdas_shape() throws Exception {
    QueueMapping mapping =
        new QueueMapping("M", "f", "arn:aws:sqs:us-east-1:000000000000:jobs", 10, true);
    Message message =
        Message.builder()
            .messageId("1")
            .receiptHandle("r")
            .body("{\"a\":1}")
            .md5OfBody("m")
            .attributes(Map.of(MessageSystemAttributeName.APPROXIMATE_RECEIVE_COUNT, "2"))
            .build();

    JsonNode record =
        JSON.readTree(QueueEvent.of(mapping, List.of(message)).bytes()).at("/Records/0");

    JsonNode sample =
        JSON.readTree(Samples.read("normalize-deliveries/spilled.json")).at("/Records/0");
    assertThat(record.properties())
        .extracting(Map.Entry::getKey)
        .containsExactlyElementsOf(sample.properties().stream().map(Map.Entry::getKey).toList());
    assertThat(record.path("body").textValue()).isEqualTo("{\"a\":1}");
    assertThat(record.at("/attributes/ApproximateReceiveCount").textValue()).isEqualTo("2");
    assertThat(record.path("eventSource").textValue()).isEqualTo("aws:sqs");
    assertThat(record.path("eventSourceARN").textValue()).endsWith(":jobs");
  }
}
