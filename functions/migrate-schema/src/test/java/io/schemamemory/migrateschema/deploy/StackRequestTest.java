package io.schemamemory.migrateschema.deploy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micronaut.core.type.Argument;
import io.micronaut.json.JsonMapper;
import io.schemamemory.migrateschema.deploy.DeployStep.Keep;
import io.schemamemory.migrateschema.deploy.DeployStep.Migrate;
import io.schemamemory.testkit.Samples;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class StackRequestTest {
  @ParameterizedTest
  @ValueSource(strings = {"stack-created", "stack-updated"})
  void a_new_release_migrates(String sample) throws IOException {
    assertThat(read(sample).change()).isEqualTo(new Migrate());
  }

  @ParameterizedTest
  @CsvSource({
    "stack-went-back, the schema stays as the newer release made it",
    "stack-deleted, the database stays as it is"
  })
  void going_back_and_deleting_keep_the_schema(String sample, String reason) throws IOException {
    assertThat(read(sample).change())
        .isInstanceOfSatisfying(Keep.class, keep -> assertThat(keep.reason()).endsWith(reason));
  }

  @ParameterizedTest
  @CsvSource({
    "V013, V013, true",
    "V009, V010, true",
    "V999, V1000, true",
    "V1000, V999, false",
    "V014, V013, false",
    "'', V013, true",
    "V013, '', true",
    "anything, else, true"
  })
  void an_update_migrates_unless_it_goes_back(String before, String after, boolean migrates) {
    assertThat(DeployStep.update(before, after) instanceof Migrate).isEqualTo(migrates);
  }

  @Test
  void the_resource_stays_the_same() throws IOException {
    Map<String, Object> update = new HashMap<>(sample("stack-updated"));
    update.put("PhysicalResourceId", "another");

    assertThat(read("stack-created").resource()).isEqualTo(read("stack-updated").resource());
    assertThat(StackRequest.of(update).resource()).isEqualTo("another");
  }

  @Test
  void only_cloudformation_s_events_are_its_requests() throws IOException {
    assertThat(StackRequest.is(sample("stack-created"))).isTrue();
    assertThat(List.of(Map.of(), Map.of("command", "plan"), List.of("RequestType"), "RequestType"))
        .noneMatch(StackRequest::is);
    assertThat(StackRequest.is(null)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"RequestType", "ResponseURL", "StackId", "RequestId", "LogicalResourceId"})
  void a_field_that_is_missing_is_named(String field) throws IOException {
    Map<String, Object> request = new HashMap<>(sample("stack-created"));
    request.put(field, 1);

    assertThatThrownBy(() -> StackRequest.of(request))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(field);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://cloudformation-custom-resource-response-useast1.s3.amazonaws.com/?secret",
        "https://example.com/?secret",
        "https://amazonaws.com.example.com/?secret",
        "https://x.amazonaws.com@example.com/?secret",
        "https://127.0.0.1.example.com/?secret",
        "http://10.0.0.1/?secret",
        "http://169.254.169.254/?secret",
        "file:///etc/passwd?secret",
        "https:///secret",
        "secret",
        "https://exa mple.com/secret"
      })
  void nobody_else_is_answered_and_the_address_is_not_repeated(String url) {
    assertThatThrownBy(() -> ResponseUrl.parse(url))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageNotContaining("secret")
        .hasNoCause();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://cloudformation-custom-resource-response-useast1.s3.amazonaws.com/a%3Ab?c=d%2Fe",
        "https://cloudformation-custom-resource-response-eucentral1.s3.eu-central-1.amazonaws.com/",
        "https://cloudformation-custom-resource-response-cnnorth1.s3.cn-north-1.amazonaws.com.cn/",
        "http://localhost:4566/_ministack/cfn-response/token",
        "http://[::1]:4566/"
      })
  void aws_and_a_local_aws_are_answered_and_the_signature_is_seen_nowhere(String url) {
    ResponseUrl parsed = ResponseUrl.parse(url);

    assertThat(parsed.uri()).hasToString(url);
    assertThat(parsed.toString()).doesNotContain("?", "token");
  }

  private static StackRequest read(String sample) throws IOException {
    return StackRequest.of(sample(sample));
  }

  static Map<String, Object> sample(String name) throws IOException {
    return JsonMapper.createDefault()
        .readValue(
            Samples.read("migrate-schema/" + name + ".json"),
            Argument.mapOf(String.class, Object.class));
  }
}
