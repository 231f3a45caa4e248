package io.schemamemory.local.monitoring;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.schemamemory.local.template.Property;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/// API Gateway answers some requests by itself; its access log is the one place that tells which.
class AccessLogTest {
  private static final ObjectMapper JSON = new ObjectMapper();

  /// A function prints its metrics: whoever rewords a log line must not switch off an alarm. The
  /// access log's words are beside the filter.
  @Test
  void no_metric_is_read_out_of_a_function_s_log() throws Exception {
    Object log =
        AccessLog.settings().at("DestinationArn").value() instanceof Map<?, ?> call
            ? String.valueOf(call.get("Fn::GetAtt")).replace(".Arn", "")
            : "none";

    assertThat(AccessLog.filters())
        .isNotEmpty()
        .allSatisfy(
            filter -> assertThat(filter.at("LogGroupName").value()).isEqualTo(Map.of("Ref", log)));
  }

  @Test
  void a_filter_names_fields_that_the_access_log_has_as_text() throws Exception {
    JsonNode line = line();
    for (Property filter : AccessLog.filters()) {
      String pattern = Alarm.text(filter.at("FilterPattern"));
      List<String> fields =
          Pattern.compile("\\$\\.(\\w+) = \"")
              .matcher(pattern)
              .results()
              .map(m -> m.group(1))
              .toList();
      assertThat(fields).as(pattern).isNotEmpty();
      assertThat(fields).allSatisfy(field -> assertThat(line.path(field).isTextual()).isTrue());
      // An asterisk inside a pattern's word matches itself, and so nothing.
      assertThat(pattern).doesNotContain("*");
    }
  }

  @Test
  void a_line_says_nothing_of_the_sender() throws Exception {
    assertThat(line().toString())
        .doesNotContain("identity", "header", "userAgent", "querystring", "authorizer");
  }

  private static JsonNode line() throws Exception {
    return JSON.readTree(Alarm.text(AccessLog.settings().at("Format")));
  }
}
