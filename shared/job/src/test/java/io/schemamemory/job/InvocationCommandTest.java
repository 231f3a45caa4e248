package io.schemamemory.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class InvocationCommandTest {
  private static final String FORMS = "a command is ...";

  static Stream<Arguments> usual() {
    return Stream.of(
        Arguments.of("no event", null),
        Arguments.of("an empty object", Map.of()),
        Arguments.of("a scheduler's", event("aws.scheduler", "detail", "{}")),
        Arguments.of("a rule's", event("aws.events", "detail", Map.of())),
        Arguments.of("one from an archive", event("aws.events", "replay-name", "r")),
        Arguments.of("the shortest", event("aws.events", "version", "0")));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("usual")
  void a_schedule_and_nobody_ask_for_the_usual_run(String what, @Nullable Object event) {
    assertThat(InvocationCommand.read(event, FORMS, "usual", InvocationCommand::name))
        .isEqualTo("usual");
  }

  static Stream<Arguments> unknown() {
    return Stream.of(
        Arguments.of("a list", List.of()),
        Arguments.of("a list of a command", List.of(Map.of("command", "x"))),
        Arguments.of("a text", "x"),
        Arguments.of("a number", 7),
        Arguments.of("true", true),
        Arguments.of("another field", Map.of("dry_run", true)),
        Arguments.of("a misspelt field", Map.of("Command", "x")),
        Arguments.of("a command within", Map.of("detail", Map.of("command", "x"))),
        Arguments.of("no command", Collections.singletonMap("command", null)),
        Arguments.of("half a schedule's", Map.of("source", "aws.scheduler")),
        Arguments.of("another service's", event("aws.s3", "detail", "{}")),
        Arguments.of("a source that is no text", Map.of("source", 7, "detail-type", "x")),
        Arguments.of("a schedule's and a command", event("aws.scheduler", "command", "x")),
        Arguments.of("a schedule's and a field", event("aws.scheduler", "dry_run", true)),
        Arguments.of(
            "a schedule's that says something",
            event("aws.events", "detail", Map.of("command", "x"))));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("unknown")
  void an_unknown_event_is_refused_with_the_forms(String what, Object event) {
    assertThatThrownBy(() -> InvocationCommand.read(event, FORMS, "usual", InvocationCommand::name))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(FORMS);
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
        Arguments.of(
            "no selection",
            Map.of("command", "x"),
            reading(command -> command.name() + command.onlyField())),
        Arguments.of(
            "two selections", Map.of("y", 1, "z", 1), reading(InvocationCommand::onlyField)),
        Arguments.of("what the reader refuses", Map.of("y", 1), reading(command -> refuse())));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("refused")
  void anything_else_is_refused_with_the_forms(
      String what, Map<String, Object> event, Function<InvocationCommand, Object> reader) {
    assertThatThrownBy(() -> InvocationCommand.read(event, FORMS, "usual", reader))
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
    return InvocationCommand.read(event, FORMS, "usual", reader);
  }

  private static Map<String, Object> event(String source, String field, Object value) {
    return Map.of("source", source, "detail-type", "Scheduled Event", field, value);
  }
}
