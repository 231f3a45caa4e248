package io.schemamemory.local.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.schemamemory.local.template.Function;
import io.schemamemory.local.template.LogFormat;
import io.schemamemory.local.template.Schedule;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ScheduledEventTest {

  @Test
  void a_rules_event_has_an_empty_object_as_detail() throws Exception {
    JsonNode event = event(Schedule.Origin.RULE);

    assertThat(event.path("version").asText()).isEqualTo("0");
    assertThat(event.path("detail-type").asText()).isEqualTo("Scheduled Event");
    assertThat(event.path("source").asText()).isEqualTo("aws.events");
    assertThat(event.path("time").asText()).isEqualTo("2026-11-21T10:15:30Z");
    assertThat(event.path("resources").path(0).asText())
        .isEqualTo("arn:aws:events:us-east-1:000000000000:rule/ThingEveryMinute");
    assertThat(event.path("detail").isObject()).isTrue();
  }

  @Test
  void the_schedulers_event_has_the_text_of_an_empty_object_as_detail() throws Exception {
    JsonNode event = event(Schedule.Origin.SCHEDULER);

    assertThat(event.path("source").asText()).isEqualTo("aws.scheduler");
    assertThat(event.path("detail").textValue()).isEqualTo("{}");
  }

  private static JsonNode event(Schedule.Origin origin) throws Exception {
    Schedule schedule = new Schedule("EveryMinute", Duration.ofMinutes(1), origin);
    Function function =
        new Function(
            "Thing",
            "thing",
            "a.B",
            Duration.ofSeconds(3),
            128,
            LogFormat.JSON,
            false,
            Map.of(),
            List.of(),
            List.of(schedule));
    Instant now = Instant.parse("2026-11-21T10:15:30.5Z");
    return new JsonMapper().readTree(ScheduledEvent.of(function, schedule, now).bytes());
  }
}
