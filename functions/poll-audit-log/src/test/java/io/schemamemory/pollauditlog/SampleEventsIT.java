package io.schemamemory.pollauditlog;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.core.type.Argument;
import io.micronaut.json.JsonMapper;
import io.schemamemory.job.Counts;
import io.schemamemory.pollauditlog.replay.EntriesReplayed;
import io.schemamemory.pollauditlog.reseal.Resealed;
import io.schemamemory.testkit.Samples;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Every file in `events/poll-audit-log` is answered.
class SampleEventsIT extends PollerFixture {
  static List<String> samples() {
    return Samples.files("poll-audit-log");
  }

  @ParameterizedTest
  @MethodSource("samples")
  void every_sample_event_is_answered(String sample) throws IOException {
    Map<String, Object> event =
        JsonMapper.createDefault()
            .readValue(
                Samples.read("poll-audit-log/" + sample),
                Argument.mapOf(String.class, Object.class));

    assertThat(new PollAuditLog().handleRequest(event, invocation))
        .isInstanceOf(
            switch (sample) {
              case "doctor.json" -> DoctorAnswer.class;
              case "replay.json" -> EntriesReplayed.class;
              case "reseal.json" -> Resealed.class;
              default -> Counts.class;
            });
  }
}
