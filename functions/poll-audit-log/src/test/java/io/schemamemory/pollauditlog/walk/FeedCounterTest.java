package io.schemamemory.pollauditlog.walk;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class FeedCounterTest {
  @Test
  void every_alarm_of_the_template_watches_a_number_that_is_written() throws IOException {
    List<String> watched =
        Pattern.compile("MetricName: (Audit\\w+|WebhookDeleted)\\b")
            .matcher(Files.readString(Path.of("../../template.yaml")))
            .results()
            .map(found -> found.group(1))
            .toList();

    assertThat(watched)
        .contains("WebhookDeleted", "AuditOrderViolated", FeedMetrics.SECONDS_BEHIND);
    assertThat(
            Stream.concat(
                Stream.of(FeedCounter.values()).map(FeedCounter::metric),
                Stream.of(FeedMetrics.SECONDS_BEHIND)))
        .containsAll(watched);
  }
}
