package io.schemamemory.poll;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.schemamemory.data.RestingSelection;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class CommandTest {
  @Test
  void the_event_of_a_schedule_asks_for_a_poll() {
    assertThat(Command.of(null)).isEqualTo(new Command.Poll());
    assertThat(Command.of(Map.of("source", "aws.scheduler"))).isEqualTo(new Command.Poll());
  }

  @Test
  void a_replay_names_one_selection_and_may_go_on_after_an_entry() {
    assertThat(Command.of(Map.of("command", "replay", "quarantined", true)))
        .isEqualTo(new Command.Replay(new RestingSelection.Everything(), 0));
    assertThat(Command.of(Map.of("command", "replay", "reason", "a", "after", 7)))
        .isEqualTo(new Command.Replay(new RestingSelection.OfReason("a"), 7));
    assertThat(Command.of(Map.of("command", "replay", "entries", List.of(1, 2L))))
        .isEqualTo(new Command.Replay(new RestingSelection.Entries(List.of(1L, 2L)), 0));
  }

  static Stream<Map<String, Object>> misspelt() {
    return Stream.of(
        Map.of("command", "reply"),
        Map.of("command", 7),
        Map.of("command", "replay"),
        Map.of("command", "replay", "after", 7),
        Map.of("command", "replay", "quarantined", false),
        Map.of("command", "replay", "everything", true),
        Map.of("command", "replay", "reason", " "),
        Map.of("command", "replay", "reason", 1),
        Map.of("command", "replay", "reason", "a", "quarantined", true),
        Map.of("command", "replay", "reason", "a", "after", "7"),
        Map.of("command", "replay", "entries", List.of()),
        Map.of("command", "replay", "entries", List.of("1")),
        Map.of("command", "replay", "entries", List.of(1.5)),
        Map.of("command", "replay", "entries", List.of(1), "after", 7),
        Map.of("command", "reseal", "after", 7),
        Map.of("command", "doctor", "quarantined", true));
  }

  @ParameterizedTest
  @MethodSource("misspelt")
  void anything_else_is_refused_with_the_forms_there_are(Map<String, Object> event) {
    assertThatThrownBy(() -> Command.of(event))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(Command.FORMS);
  }
}
