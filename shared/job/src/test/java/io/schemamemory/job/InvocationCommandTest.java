package io.schemamemory.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class InvocationCommandTest {
  private static final String FORMS = "a command is ...";

  @Test
  void a_schedule_has_no_command() {
    assertThat(InvocationCommand.isIn(null)).isFalse();
    assertThat(InvocationCommand.isIn(Map.of("source", "aws.scheduler"))).isFalse();
    assertThat(InvocationCommand.isIn(Map.of("command", 7))).isTrue();
  }

  @Test
  void fields_are_taken_by_type() {
    String read =
        read(
            Map.of("command", "x", "yes", true, "word", "w", "id", 7, "ids", List.of(1, 2L)),
            command -> {
              return command.name()
                  + command.flag("yes", "y")
                  + command.text("word")
                  + command.id("id")
                  + command.ids("ids")
                  + command.has("ids");
            });

    assertThat(read).isEqualTo("xyw7[1, 2]false");
  }

  @Test
  void a_selection_is_the_only_field_left() {
    assertThat(
            read(
                Map.of("command", "x", "reason", "r"),
                command -> command.name() + command.text(command.onlyField())))
        .isEqualTo("xr");
  }

  static Stream<Arguments> refused() {
    return Stream.of(
        Arguments.of("no name", Map.of("of", 1), reading(InvocationCommand::name)),
        Arguments.of(
            "a name that is no text", Map.of("command", 1), reading(InvocationCommand::name)),
        Arguments.of(
            "a field left over", Map.of("command", "x", "y", 1), reading(InvocationCommand::name)),
        Arguments.of(
            "a flag that is false",
            Map.of("y", false),
            reading(command -> command.flag("y", "yes"))),
        Arguments.of("an id that is a text", Map.of("y", "1"), reading(command -> command.id("y"))),
        Arguments.of(
            "ids that are none", Map.of("y", List.of(1.5)), reading(command -> command.ids("y"))),
        Arguments.of("no list", Map.of("y", 1), reading(command -> command.ids("y"))),
        Arguments.of("no selection", Map.of(), reading(InvocationCommand::onlyField)),
        Arguments.of(
            "two selections", Map.of("y", 1, "z", 1), reading(InvocationCommand::onlyField)),
        Arguments.of("what the reader refuses", Map.of(), reading(command -> refuse())));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("refused")
  void anything_else_is_refused_with_the_forms(
      String what, Map<String, Object> event, Function<InvocationCommand, Object> reader) {
    assertThatThrownBy(() -> InvocationCommand.read(event, FORMS, reader))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(FORMS);
  }

  private static Function<InvocationCommand, Object> reading(
      Function<InvocationCommand, Object> reader) {
    return reader;
  }

  private static Object refuse() {
    throw new IllegalArgumentException("too many");
  }

  private static String read(
      Map<String, Object> event, Function<InvocationCommand, String> reader) {
    return InvocationCommand.read(event, FORMS, reader);
  }
}
