package io.schemamemory.bench.harness;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BenchOptionsTest {
  @Test
  void without_a_flag_there_are_15_repetitions_and_the_goals_own_sizes() {
    assertThat(BenchOptions.parse(List.of()))
        .isEqualTo(new BenchOptions(15, 1_000_000, 5_000_000, 100_000));
  }

  @ParameterizedTest
  @ValueSource(ints = {1_000_000, 5_000_000, 100_000, 5000})
  void the_printed_command_gives_the_same_options(int many) {
    BenchOptions asked = new BenchOptions(40, many, many, many);

    List<String> words = List.of(asked.command().split(" "));

    assertThat(BenchOptions.parse(words.subList(1, words.size()))).isEqualTo(asked);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "--repetitions",
        "--repetitions x",
        "--repetitions 0",
        "--rows 0",
        "--rows",
        "--observations 0",
        "--entries 0",
        "--repetitions 3 --rows",
        "--help",
        "15"
      })
  void anything_else_is_answered_with_the_usage(String line) {
    assertThatThrownBy(() -> BenchOptions.parse(List.of(line.split(" "))))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(BenchOptions.USAGE);
  }
}
