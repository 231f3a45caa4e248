package io.schemamemory.normalizedeliveries;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.schemamemory.data.inbox.DeliverySelection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class NormalizeCommandTest {
  @Test
  void the_event_of_a_schedule_asks_for_a_run() {
    assertThat(NormalizeCommand.of(null)).isEqualTo(new NormalizeCommand.Run());
    assertThat(
            NormalizeCommand.of(
                Map.of("source", "aws.scheduler", "detail-type", "Scheduled Event")))
        .isEqualTo(new NormalizeCommand.Run());
  }

  @Test
  void a_replay_names_one_selection() {
    assertThat(NormalizeCommand.of(Map.of("command", "replay", "event", "branch.ready")))
        .isEqualTo(new NormalizeCommand.Replay(new DeliverySelection.OfEvent("branch.ready")));
    assertThat(NormalizeCommand.of(Map.of("command", "replay", "deliveries", List.of(1, 2L))))
        .isEqualTo(new NormalizeCommand.Replay(new DeliverySelection.Deliveries(List.of(1L, 2L))));
  }

  @Test
  void verifying_begins_at_the_first_delivery_or_after_one_or_takes_some() {
    assertThat(NormalizeCommand.of(Map.of("command", "verify")))
        .isEqualTo(new NormalizeCommand.VerifyAfter(0));
    assertThat(NormalizeCommand.of(Map.of("command", "verify", "after", 7)))
        .isEqualTo(new NormalizeCommand.VerifyAfter(7));
    assertThat(NormalizeCommand.of(Map.of("command", "verify", "deliveries", List.of(1))))
        .isEqualTo(new NormalizeCommand.Verify(new DeliverySelection.Deliveries(List.of(1L))));
  }

  static Stream<Map<String, Object>> misspelt() {
    return Stream.of(
        Map.of("command", "reply"),
        Map.of("Command", "replay"),
        Map.of("dry_run", true),
        Map.of("source", "aws.scheduler"),
        Map.of("Records", "none"),
        Map.of("Records", List.of(), "command", "replay", "quarantined", true),
        Map.of("detail", Map.of("command", "replay")),
        Map.of("command", 7),
        Map.of("command", "replay"),
        Map.of("command", "progress", "of", 1),
        Map.of("command", "verify", "everything", true),
        Map.of("command", "verify", "after", "7"),
        Map.of("command", "verify", "deliveries", List.of()),
        Map.of("command", "verify", "after", 1, "deliveries", List.of(1)),
        Map.of("command", "replay", "everything", false),
        Map.of("command", "replay", "event", " "),
        Map.of("command", "replay", "event", 1),
        Map.of("command", "replay", "reason", "a", "event", "b"),
        Map.of("command", "replay", "deliveries", List.of()),
        Map.of("command", "replay", "deliveries", List.of("1")),
        Map.of("command", "replay", "deliveries", List.of(1.5)),
        Map.of("command", "replay", "deliveries", Collections.nCopies(1_001, 1)));
  }

  @Test
  void what_is_no_object_is_refused_with_the_forms_there_are() {
    for (Object event :
        List.of(List.of(), List.of(Map.of("command", "replay")), "replay", 7, true)) {
      assertThatThrownBy(() -> NormalizeCommand.of(event))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessage(NormalizeCommand.FORMS);
    }
  }

  @ParameterizedTest
  @MethodSource("misspelt")
  void anything_else_is_refused_with_the_forms_there_are(Map<String, Object> event) {
    assertThatThrownBy(() -> NormalizeCommand.of(event))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(NormalizeCommand.FORMS);
  }
}
