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
  void a_function_that_reads_secrets_at_run_time_has_the_extension_and_may_read_only_that_secret()
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
              assertThat(reader.at("Layers").value())
                  .isEqualTo(
                      Map.of(
                          "Fn::If",
                          List.of(
                              "SecretsExtension",
                              List.of(Map.of("Ref", "SecretsExtensionArn")),
                              List.of())));
              assertThat(statements(reader))
                  .filteredOn(statement -> String.valueOf(statement).contains("secretsmanager"))
                  .singleElement()
                  .satisfies(SecretsAtRunTimeTest::allowsOneSecret);
            });
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
    assertThat(String.valueOf(rule.get("Resource"))).endsWith(":secret:${WebhookSecret}-??????}");
  }

  private static Property template() throws IOException {
    Object read = CloudFormationYaml.read(Files.readString(Path.of("../template.yaml")));
    return new Property("", "", read, new Intrinsics(Map.of(), new SecretValues(Map.of())));
  }
}
