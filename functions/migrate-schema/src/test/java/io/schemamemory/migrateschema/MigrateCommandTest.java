package io.schemamemory.migrateschema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.reflect.ParameterizedType;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class MigrateCommandTest {
  static Stream<Object> misspelt() {
    return Stream.of(
        List.of(),
        List.of("plan"),
        List.of(Map.of("command", "plan")),
        "plan",
        "",
        1,
        true,
        Map.of("command", Map.of("command", "plan")),
        Map.of("command", ""),
        Map.of("command", "paln"),
        Map.of("command", "PLAN"),
        Map.of("Command", "plan"),
        Map.of("command", 1),
        Map.of("command", List.of("plan")),
        Map.of("command", "plan", "dryRun", true));
  }

  @Test
  void no_command_is_migrate() {
    assertThat(MigrateCommand.of(null)).isEqualTo(MigrateCommand.MIGRATE);
    assertThat(MigrateCommand.of(Map.of())).isEqualTo(MigrateCommand.MIGRATE);
  }

  @Test
  void every_command_is_called_by_its_name() {
    assertThat(
            Stream.of("migrate", "plan", "validate", "info")
                .map(c -> MigrateCommand.of(Map.of("command", c))))
        .containsExactly(MigrateCommand.values());
  }

  @Test
  void every_kind_of_answer_is_written() {
    // Lambda's client writes what the declared type has: for a sealed interface, {}.
    assertThat(
            ((ParameterizedType) MigrateSchema.class.getGenericInterfaces()[0])
                .getActualTypeArguments()[1])
        .isEqualTo(Object.class);
  }

  @Test
  void every_kind_of_event_reaches_the_one_who_refuses_it() {
    // Lambda's client would fail to read a list as a map, with a stack trace.
    assertThat(
            ((ParameterizedType) MigrateSchema.class.getGenericInterfaces()[0])
                .getActualTypeArguments()[0])
        .isEqualTo(Object.class);
  }

  @ParameterizedTest
  @MethodSource("misspelt")
  void anything_else_is_refused_with_the_commands_there_are(Object event) {
    assertThatThrownBy(() -> MigrateCommand.of(event))
        .isInstanceOf(MigrationException.class)
        .hasMessageEndingWith("with one of migrate, plan, validate, info");
  }
}
