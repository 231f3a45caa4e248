package io.schemamemory.local.monitoring;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.schemamemory.local.template.Property;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The dashboard shows each alarm, and metrics that come; without audit logs none of the poller's.
class DashboardTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Set<String> OF_AWS = Set.of("AWS/ApiGateway", "AWS/Lambda", "AWS/SQS");

  @ParameterizedTest(name = "audit logs: {0}")
  @ValueSource(booleans = {true, false})
  void every_metric_on_it_is_printed_or_one_of_aws_for_a_resource(boolean auditLog)
      throws Exception {
    Set<String> printed = AlarmedMetricsTest.printed();
    List<JsonNode> metrics = metrics(auditLog).toList();

    assertThat(metrics).hasSizeGreaterThan(20);
    for (JsonNode metric : metrics) {
      String namespace = metric.path(0).asText();
      if (namespace.equals(Alarm.OURS)) {
        assertThat(printed).contains(metric.path(1).asText());
        assertThat(metric.path(2).isTextual()).as("no dimension: " + metric).isFalse();
      } else {
        assertThat(OF_AWS).contains(namespace);
        assertThat(exists(metric.path(3).asText())).as(metric.toString()).isTrue();
      }
    }
  }

  @ParameterizedTest(name = "audit logs: {0}")
  @ValueSource(booleans = {true, false})
  void every_alarm_is_on_it(boolean auditLog) throws Exception {
    Set<String> expected =
        Alarm.all().stream()
            .map(Alarm::id)
            .filter(id -> auditLog || !isConditional(id))
            .collect(Collectors.toCollection(TreeSet::new));

    assertThat(
            widgets(auditLog)
                .flatMap(widget -> each(widget.at("/properties/alarms")))
                .map(arn -> arn.asText().replaceAll(".*:alarm:\\$\\{(\\w+)}", "$1")))
        .containsExactlyInAnyOrderElementsOf(expected);
  }

  @ParameterizedTest(name = "audit logs: {0}")
  @ValueSource(booleans = {true, false})
  void no_two_widgets_overlap(boolean auditLog) throws Exception {
    Set<String> taken = new TreeSet<>();
    for (JsonNode widget : widgets(auditLog).toList()) {
      int right = widget.path("x").asInt() + widget.path("width").asInt();
      int bottom = widget.path("y").asInt() + widget.path("height").asInt();
      assertThat(right).isLessThanOrEqualTo(24);
      for (int x = widget.path("x").asInt(); x < right; x++) {
        for (int y = widget.path("y").asInt(); y < bottom; y++) {
          assertThat(taken.add(x + "," + y)).isTrue();
        }
      }
    }
  }

  private static Stream<JsonNode> metrics(boolean auditLog) throws IOException {
    return widgets(auditLog).flatMap(widget -> each(widget.at("/properties/metrics")));
  }

  private static Stream<JsonNode> widgets(boolean auditLog) throws IOException {
    return each(JSON.readTree(body(auditLog)).path("widgets"));
  }

  /// What CloudFormation makes of the conditional parts; resources stay in their marks.
  private static String body(boolean auditLog) throws IOException {
    Property sub =
        Alarm.template()
            .at("Resources")
            .at("Dashboard")
            .at("Properties")
            .at("DashboardBody")
            .at("Fn::Sub");
    String text = String.valueOf(item(sub, 0).value());
    for (Map.Entry<String, Property> part : item(sub, 1).entries().entrySet()) {
      Property condition = part.getValue().at("Fn::If");
      assertThat(item(condition, 0).value()).isEqualTo("AuditLog");
      String chosen = Alarm.text(item(condition, auditLog ? 1 : 2));
      text = text.replace("${" + part.getKey() + "}", chosen);
    }
    return text;
  }

  private static Property item(Property list, int place) {
    return list.with(list.value() instanceof List<?> items ? items.get(place) : null);
  }

  private static boolean isConditional(String id) {
    try {
      return !Alarm.template().at("Resources").at(id).at("Condition").isAbsent();
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  private static boolean exists(String reference) throws IOException {
    String id = reference.replaceAll("^\\$\\{(\\w+)[.\\w]*}$", "$1");
    return !Alarm.template().at("Resources").at(id).isAbsent();
  }

  private static Stream<JsonNode> each(JsonNode array) {
    return StreamSupport.stream(array.spliterator(), false);
  }
}
