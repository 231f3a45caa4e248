package io.schemamemory.migrateschema.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.json.JsonMapper;
import java.io.IOException;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DeployAnswerTest {
  @Test
  void our_own_failures_are_told_in_their_words() {
    DeployAnswer answer =
        DeployAnswer.failed(new UnansweredException("it was answered 403"), "/the/log");

    assertThat(answer.ok()).isFalse();
    assertThat(answer.reason())
        .startsWith("CloudFormation could not be answered (it was answered 403)");
  }

  @Test
  void a_library_s_words_are_not_repeated_but_the_log_is_named() {
    assertThat(
            DeployAnswer.failed(new IllegalStateException("password=hunter2"), "/the/log").reason())
        .isEqualTo(
            "migrate-schema failed with java.lang.IllegalStateException; its log /the/log says"
                + " more");
  }

  @ParameterizedTest
  @ValueSource(strings = {"a", "\"", "\\", "€", "\n", "\u0001", "😀"})
  void an_answer_is_never_larger_than_cloudformation_takes(String character) throws IOException {
    DeployAnswer answer = new DeployAnswer(false, "x" + character.repeat(5000));

    byte[] body =
        JsonMapper.createDefault()
            .writeValueAsBytes(
                answer.to(StackRequest.of(StackRequestTest.sample("stack-created"))));

    assertThat(body).hasSizeLessThanOrEqualTo(4096);
  }

  @Test
  void an_answer_has_the_fields_that_cloudformation_expects() throws IOException {
    StackRequest request = StackRequest.of(StackRequestTest.sample("stack-deleted"));

    assertThat(new DeployAnswer(true, "all\nthere").to(request))
        .isEqualTo(
            Map.of(
                "Status", "SUCCESS",
                "Reason", "all there",
                "PhysicalResourceId", "schema-memory",
                "StackId", request.stackId(),
                "RequestId", request.requestId(),
                "LogicalResourceId", "Migration"));
  }
}
