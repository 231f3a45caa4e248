package io.schemamemory.normalize;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.schemamemory.data.Selection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class CommandTest {
  @Test
  void the_event_of_a_schedule_asks_for_a_run() {
    assertThat(Command.of(null)).isEqualTo(new Command.Run());
    assertThat(Command.of(Map.of("source", "aws.scheduler"))).isEqualTo(new Command.Run());
  }

  @Test
  void a_replay_names_one_selection() {
    assertThat(Command.of(Map.of("command", "replay", "event", "branch.ready")))
        .isEqualTo(new Command.Replay(new Selection.OfEvent("branch.ready")));
    assertThat(Command.of(Map.of("command", "replay", "deliveries", List.of(1, 2L))))
        .isEqualTo(new Command.Replay(new Selection.Deliveries(List.of(1L, 2L))));
  }

  @Test
  void verifying_begins_at_the_first_delivery_or_after_one_or_takes_some() {
    assertThat(Command.of(Map.of("command", "verify"))).isEqualTo(new Command.VerifyAfter(0));
    assertThat(Command.of(Map.of("command", "verify", "after", 7)))
        .isEqualTo(new Command.VerifyAfter(7));
    assertThat(Command.of(Map.of("command", "verify", "deliveries", List.of(1))))
        .isEqualTo(new Command.Verify(new Selection.Deliveries(List.of(1L))));
  }

  static Stream<Map<String, Object>> misspelt() {
    return Stream.of(
        Map.of("command", "reply"),
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

  @ParameterizedTest
  @MethodSource("misspelt")
  void anything_else_is_refused_with_the_forms_there_are(Map<String, Object> event) {
    assertThatThrownBy(() -> Command.of(event))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(Command.FORMS);
  }
}
