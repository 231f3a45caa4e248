package io.schemamemory.local.template;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// An alarm that watches a metric nobody prints is silent for ever.
class AlarmedMetricsTest {
  private static final Property RESOURCES = resources();
  private static final Path FUNCTIONS = Path.of("../functions");

  @Test
  void every_alarm_watches_sqs_or_a_metric_a_function_prints() {
    List<String> watched =
        ofType("AWS::CloudWatch::Alarm")
            .filter(alarm -> !"AWS/SQS".equals(alarm.at("Namespace").value()))
            .map(alarm -> alarm.at("MetricName").text())
            .toList();

    assertThat(watched).hasSizeGreaterThan(3);
    String code = code();
    assertThat(watched).allMatch(name -> code.contains('"' + name + '"'));
  }

  @Test
  void no_metric_is_read_out_of_a_log() {
    assertThat(ofType("AWS::Logs::MetricFilter")).isEmpty();
  }

  private static Stream<Property> ofType(String type) {
    return RESOURCES.entries().values().stream()
        .filter(resource -> type.equals(resource.at("Type").value()))
        .map(resource -> resource.at("Properties"));
  }

  /// What the functions are made of, without their tests.
  private static String code() {
    StringBuilder code = new StringBuilder();
    try (Stream<Path> files = Files.walk(FUNCTIONS)) {
      for (Path file : files.filter(AlarmedMetricsTest::isCode).toList()) {
        code.append(Files.readString(file));
      }
    } catch (IOException unreadable) {
      throw new UncheckedIOException("the functions cannot be read", unreadable);
    }
    return code.toString();
  }

  private static boolean isCode(Path file) {
    return file.toString().endsWith(".java") && file.toString().contains("/src/main/");
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
