package io.schemamemory.operator.webhooksecrets;

import static org.assertj.core.api.Assertions.assertThat;

import io.schemamemory.domain.signature.RetiredSecret;
import io.schemamemory.domain.signature.SourceSecrets;
import io.schemamemory.domain.signature.WebhookSecret;
import io.schemamemory.testkit.aws.SecretsManagerServer;
import io.schemamemory.webhook.secrets.SecretsDocument;
import java.util.Arrays;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import uk.org.webcompere.systemstubs.environment.EnvironmentVariables;
import uk.org.webcompere.systemstubs.jupiter.SystemStub;
import uk.org.webcompere.systemstubs.jupiter.SystemStubsExtension;

/// The command over AWS's SDK and HTTP.
@ExtendWith(SystemStubsExtension.class)
class SecretsManagerIT extends CommandFixture {
  private static final String ID = "schema-memory/webhook";
  private static final String OLD = WebhookSecret.of("hunter-old").fingerprint();

  @SystemStub private final EnvironmentVariables aws = new EnvironmentVariables();

  @AutoClose private final SecretsManagerServer server = SecretsManagerServer.start();

  @BeforeEach
  void account() {
    server.environment().forEach(aws::set);
  }

  @Test
  void the_first_source_makes_the_secret() {
    assertThat(command("hunter-old", "add", "shop").status()).isZero();

    assertThat(SecretsDocument.parse(server.text(ID).orElseThrow()).bySource())
        .containsOnlyKeys("shop");
    assertThat(server.calls()).containsExactly("GetSecretValue " + ID, "CreateSecret " + ID);
  }

  @Test
  void a_secret_that_was_written_by_hand_goes_on() {
    server.put(ID, "{\"default\":\"hunter-old\"}");

    assertThat(command("hunter-new", "rotate", "default").status()).isZero();
    assertThat(command("", "retire", "default", OLD).status()).isZero();

    SourceSecrets entry =
        SecretsDocument.parse(server.text(ID).orElseThrow()).of("default").orElseThrow();
    assertThat(entry.live()).containsExactly(WebhookSecret.of("hunter-new"));
    assertThat(entry.retired())
        .extracting(RetiredSecret::secret)
        .containsExactly(WebhookSecret.of("hunter-old"));
    assertThat(command("", "list").said()).contains(OLD).doesNotContain("hunter");
  }

  @Test
  void what_changes_nothing_writes_nothing() {
    server.put(ID, "{\"default\":\"hunter-old\"}");

    assertThat(command("hunter-old", "rotate", "default").status()).isZero();

    assertThat(server.calls()).containsExactly("GetSecretValue " + ID);
  }

  @Test
  void whoever_was_faster_is_not_overwritten() {
    server.put(ID, "{\"default\":\"hunter-old\"}");
    server.beforeMove(() -> server.put(ID, "{\"default\":\"hunter-faster\"}"));

    Ended ended = command("hunter-new", "rotate", "default");

    assertThat(ended.status()).isEqualTo(1);
    assertThat(ended.said())
        .startsWith("somebody else changed the secret schema-memory/webhook meanwhile")
        .doesNotContain("hunter");
    assertThat(server.text(ID).orElseThrow()).isEqualTo("{\"default\":\"hunter-faster\"}");
  }

  @Test
  void a_document_the_receiver_would_refuse_is_left_alone() {
    server.put(ID, "{\"default\":[\"hunter-old\"]}");

    Ended ended = command("hunter-new", "rotate", "default");

    assertThat(ended.status()).isEqualTo(1);
    assertThat(ended.said())
        .startsWith("the secret schema-memory/webhook is refused: source default must be")
        .doesNotContain("hunter");
    assertThat(server.calls()).containsExactly("GetSecretValue " + ID);
  }

  @Test
  void without_a_region_it_is_said_in_the_sdk_s_words() {
    aws.remove("AWS_REGION");
    aws.set("AWS_CONFIG_FILE", folder.resolve("none").toString());
    aws.set("AWS_EC2_METADATA_DISABLED", "true");

    Ended ended = command("", "list");

    assertThat(ended.status()).isEqualTo(1);
    assertThat(ended.said()).containsIgnoringCase("region");
  }

  private Ended command(String input, String... arguments) {
    String[] all = Arrays.copyOf(arguments, arguments.length + 2);
    all[arguments.length] = "--secret-id";
    all[arguments.length + 1] = ID;
    return run(input, all);
  }
}
