package io.schemamemory.local.template;

import static org.assertj.core.api.Assertions.assertThat;

import io.schemamemory.domain.signature.Verification.Reason;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// What the receiver says in its log is counted; its own tests hold the lines.
class RefusalMetricsTest {
  private static final Property RESOURCES = resources();

  @Test
  void every_reason_to_refuse_a_request_has_a_metric_of_its_own() {
    EnumSet<Reason> reasons = EnumSet.allOf(Reason.class);
    // Said of what is verified again alone.
    reasons.remove(Reason.UNKNOWN_SECRET);

    assertThat(patterns())
        .containsExactlyInAnyOrderElementsOf(
            Stream.concat(
                    reasons.stream().map(reason -> "rejected " + reason),
                    Stream.of(
                        "spilled *the database has no source",
                        "secrets missing",
                        "secrets stale",
                        "spilled "))
                .map("{ $.message = \"%s*\" }"::formatted)
                .toList());
    assertThat(metrics()).doesNotHaveDuplicates();
  }

  @Test
  void every_alarm_watches_a_metric_there_is() {
    assertThat(metrics())
        .containsAll(
            ofType("AWS::CloudWatch::Alarm")
                .filter(alarm -> !"AWS/SQS".equals(alarm.at("Namespace").value()))
                .map(alarm -> alarm.at("MetricName").text())
                // What a function prints as a metric, a test of its own compares.
                .filter(name -> !name.matches("Audit.*|WebhookDeleted|RunsWith.*"))
                .toList());
  }

  private static List<String> patterns() {
    return filters().map(filter -> filter.at("FilterPattern").text()).toList();
  }

  private static List<String> metrics() {
    return filters()
        .flatMap(
            filter ->
                ((List<?>) Objects.requireNonNull(filter.at("MetricTransformations").value()))
                    .stream())
        .map(transformation -> String.valueOf(((Map<?, ?>) transformation).get("MetricName")))
        .toList();
  }

  private static Stream<Property> filters() {
    Map<String, String> log = Map.of("Ref", "ReceiveWebhookLog");
    return ofType("AWS::Logs::MetricFilter")
        .filter(filter -> log.equals(filter.at("LogGroupName").value()));
  }

  private static Stream<Property> ofType(String type) {
    return RESOURCES.entries().values().stream()
        .filter(resource -> type.equals(resource.at("Type").value()))
        .map(resource -> resource.at("Properties"));
  }

  private static Property resources() {
    try {
      Object read = CloudFormationYaml.read(Files.readString(Path.of("../template.yaml")));
      Intrinsics none = new Intrinsics(Map.of(), new SecretValues(Map.of()));
      return new Property("", "", read, none).at("Resources");
    } catch (IOException missing) {
      throw new IllegalStateException("no template", missing);
    }
  }
}
