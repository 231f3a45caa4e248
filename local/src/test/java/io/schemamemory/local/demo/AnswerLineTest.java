package io.schemamemory.local.demo;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class AnswerLineTest {
  @Test
  void single_values_are_listed_and_the_rest_is_only_in_the_log() {
    assertThat(AnswerLine.of("{\"normalized\":9,\"rows\":{\"a\":1},\"done\":true,\"ids\":[1]}"))
        .isEqualTo("normalized 9, done true");
  }

  @Test
  void an_error_is_shortened_to_its_message() {
    assertThat(AnswerLine.error("{\"errorType\":\"a.B\",\"errorMessage\":\"as asked\"}"))
        .isEqualTo("as asked");
    assertThat(AnswerLine.error("no JSON")).isEqualTo("without a message");
  }
}
