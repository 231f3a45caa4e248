package io.schemamemory.local.template;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/// The runner gives every function what the template must declare.
class SecretsAtRunTimeTest {
  @Test
  void a_function_that_reads_webhook_secrets_at_run_time_may_read_them_by_their_whole_name()
      throws IOException {
    List<Property> readers =
        template().at("Resources").entries().values().stream()
            .map(resource -> resource.at("Properties"))
            .filter(SecretsAtRunTimeTest::readsSecrets)
            .toList();

    assertThat(readers).isNotEmpty();
    assertThat(readers)
        .allSatisfy(
            reader -> {
              assertThat(statements(reader))
                  .filteredOn(statement -> String.valueOf(statement).contains("secretsmanager"))
                  .singleElement()
                  .satisfies(SecretsAtRunTimeTest::allowsOneSecret);
            });
  }

  @Test
  void the_receiver_asks_the_layer_exactly_where_it_has_it() throws IOException {
    Property receiver = template().at("Resources").at("ReceiveWebhook").at("Properties");

    assertThat(receiver.at("Layers").value())
        .isEqualTo(either(List.of(Map.of("Ref", "SecretsExtensionArn")), List.of()));
    assertThat(
            receiver
                .at("Environment")
                .at("Variables")
                .at("PARAMETERS_SECRETS_EXTENSION_HTTP_PORT")
                .value())
        .isEqualTo(either("2773", ""));
  }

  private static Map<String, List<Object>> either(Object withLayer, Object withoutLayer) {
    return Map.of("Fn::If", List.of("SecretsExtension", withLayer, withoutLayer));
  }

  @Test
  void no_function_gets_a_webhook_secret_when_deployed() throws IOException {
    String text = Files.readString(Path.of("../template.yaml"));

    assertThat(text).doesNotContain("resolve:secretsmanager:${WebhookSecret}");
    assertThat(text).doesNotContainPattern("PLANETSCALE_WEBHOOK_SECRET(?!: \"\"\n)");
  }

  private static boolean readsSecrets(Property function) {
    return !function.at("Environment").at("Variables").at("WEBHOOK_SECRETS_ID").isAbsent();
  }

  private static List<?> statements(Property function) {
    List<?> policies = (List<?>) Objects.requireNonNull(function.at("Policies").value());
    assertThat(policies).hasSize(1);
    return (List<?>) Objects.requireNonNull(((Map<?, ?>) policies.getFirst()).get("Statement"));
  }

  private static void allowsOneSecret(Object statement) {
    Map<?, ?> rule = (Map<?, ?>) statement;
    assertThat(rule.get("Effect")).isEqualTo("Allow");
    assertThat(rule.get("Action")).isEqualTo("secretsmanager:GetSecretValue");
    assertThat((List<?>) rule.get("Resource"))
        .extracting(String::valueOf)
        .allMatch(onto -> onto.matches(".*:secret:[^*]+}"))
        .anyMatch(onto -> onto.endsWith(":secret:${WebhookSecret}-??????}"))
        .anyMatch(onto -> onto.endsWith(":secret:${WebhookSecret}}"));
  }

  private static Property template() throws IOException {
    Object read = CloudFormationYaml.read(Files.readString(Path.of("../template.yaml")));
    return new Property("", "", read, new Intrinsics(Map.of(), new SecretValues(Map.of())));
  }
}
