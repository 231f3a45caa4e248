package io.schemamemory.pollauditlog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.schemamemory.data.audit.QuarantineSelection;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class PollCommandTest {
  @Test
  void the_event_of_a_schedule_asks_for_a_poll() {
    assertThat(PollCommand.of(null)).isEqualTo(new PollCommand.Poll());
    assertThat(PollCommand.of(Map.of("source", "aws.scheduler", "detail-type", "Scheduled Event")))
        .isEqualTo(new PollCommand.Poll());
  }

  @Test
  void a_replay_names_one_selection_and_may_continue_after_an_entry() {
    assertThat(PollCommand.of(Map.of("command", "replay", "quarantined", true)))
        .isEqualTo(new PollCommand.Replay(new QuarantineSelection.Everything(), 0));
    assertThat(PollCommand.of(Map.of("command", "replay", "reason", "a", "after", 7)))
        .isEqualTo(new PollCommand.Replay(new QuarantineSelection.OfReason("a"), 7));
    assertThat(PollCommand.of(Map.of("command", "replay", "entries", List.of(1, 2L))))
        .isEqualTo(new PollCommand.Replay(new QuarantineSelection.Entries(List.of(1L, 2L)), 0));
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

  @Test
  void what_is_no_object_is_refused_with_the_forms_there_are() {
    for (Object event :
        List.of(List.of(), List.of(Map.of("command", "replay")), "replay", 7, true)) {
      assertThatThrownBy(() -> PollCommand.of(event))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessage(PollCommand.FORMS);
    }
  }

  @ParameterizedTest
  @MethodSource("misspelt")
  void anything_else_is_refused_with_the_forms_there_are(Map<String, Object> event) {
    assertThatThrownBy(() -> PollCommand.of(event))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(PollCommand.FORMS);
  }
}
