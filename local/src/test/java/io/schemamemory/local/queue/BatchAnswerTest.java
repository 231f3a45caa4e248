package io.schemamemory.local.queue;

import static org.assertj.core.api.Assertions.assertThat;

import io.schemamemory.local.runtime.InvocationOutcome;
import io.schemamemory.local.runtime.Payload;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.sqs.model.Message;

class BatchAnswerTest {
  private static final List<Message> BATCH =
      Stream.of("a", "b", "c").map(id -> Message.builder().messageId(id).build()).toList();

  @Test
  void reported_failures_are_retried_and_the_rest_is_handled() {
    assertThat(answered("{\"batchItemFailures\":[{\"itemIdentifier\":\"b\"}]}", true).done(BATCH))
        .containsExactlyInAnyOrder("a", "c");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "null", "{}", "{\"batchItemFailures\":[]}", "{\"batchItemFailures\":null}"})
  void without_reported_failures_all_messages_are_handled(String answer) {
    assertThat(answered(answer, true).done(BATCH)).hasSize(3);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "not json",
        "{\"batchItemFailures\":[{\"itemIdentifier\":\"\"}]}",
        "{\"batchItemFailures\":[{\"itemIdentifier\":null}]}",
        "{\"batchItemFailures\":[{\"messageId\":\"a\"}]}",
        "{\"batchItemFailures\":[{\"itemIdentifier\":\"elsewhere\"}]}"
      })
  void an_ambiguous_answer_means_all_messages_failed(String answer) {
    assertThat(answered(answer, true).done(BATCH)).isEmpty();
  }

  @Test
  void without_partial_batches_any_answer_means_all_messages_are_handled() {
    assertThat(answered("{\"batchItemFailures\":[{\"itemIdentifier\":\"b\"}]}", false).done(BATCH))
        .hasSize(3);
  }

  @ParameterizedTest
  @MethodSource
  void without_an_answer_all_messages_failed(InvocationOutcome outcome) {
    assertThat(new BatchAnswer(true, outcome).done(BATCH)).isEmpty();
    assertThat(new BatchAnswer(false, outcome).done(BATCH)).isEmpty();
  }

  static Stream<InvocationOutcome> without_an_answer_all_messages_failed() {
    return Stream.of(
        new InvocationOutcome.Failed("x", Payload.of("{}")),
        new InvocationOutcome.TimedOut("1", Duration.ofSeconds(1)),
        new InvocationOutcome.Throttled());
  }

  private static BatchAnswer answered(String answer, boolean partial) {
    return new BatchAnswer(partial, new InvocationOutcome.Answered(Payload.of(answer)));
  }
}
