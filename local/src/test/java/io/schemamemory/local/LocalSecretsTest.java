package io.schemamemory.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.schemamemory.domain.signature.WebhookSecret;
import io.schemamemory.local.demo.Sender;
import io.schemamemory.settings.Environment;
import io.schemamemory.settings.SettingException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LocalSecretsTest {
  @TempDir private Path folder;

  @Test
  void by_default_the_bare_path_has_a_secret_generated_for_the_run() {
    LocalSecrets secrets = of(Map.of());

    String made = secrets.generated().orElseThrow();
    assertThat(made).matches("[0-9a-f]{64}");
    assertThat(secrets.sources()).containsExactly("default");
    assertThat(sender(secrets)).isEqualTo(new Sender("default", WebhookSecret.of(made)));
    assertThat(of(Map.of()).generated()).isNotEqualTo(secrets.generated());
  }

  @Test
  void a_single_secret_is_the_bare_paths() {
    LocalSecrets secrets = of(Map.of("PLANETSCALE_WEBHOOK_SECRET", "hunter\"2"));

    assertThat(sender(secrets)).isEqualTo(new Sender("default", WebhookSecret.of("hunter\"2")));
    assertThat(sender(secrets).path()).isEqualTo("/api/planetscale/webhooks");
    assertThat(secrets.generated()).isEmpty();
  }

  @Test
  void a_document_has_many_sources_and_the_sender_takes_one_with_a_live_secret() {
    LocalSecrets secrets =
        of(Map.of("WEBHOOK_SECRETS", "{\"default\":{\"live\":[]},\"shop\":{\"live\":[\"s\"]}}"));

    assertThat(secrets.sources()).containsExactly("default", "shop");
    assertThat(sender(secrets)).isEqualTo(new Sender("shop", WebhookSecret.of("s")));
    assertThat(sender(secrets).path()).isEqualTo("/api/planetscale/webhooks/shop");
  }

  @Test
  void the_secrets_file_is_read_again_on_every_request() throws IOException {
    Path file = Files.writeString(folder.resolve("secrets.json"), "{\"default\":\"a\"}");
    LocalSecrets secrets = of(Map.of("WEBHOOK_SECRETS_FILE", file.toString()));

    Files.writeString(file, "{\"default\":\"b\"}");

    assertThat(sender(secrets).secret()).isEqualTo(WebhookSecret.of("b"));
  }

  @Test
  void without_a_live_secret_there_is_no_sender() {
    LocalSecrets closed = of(Map.of("WEBHOOK_SECRETS", "{\"shop\":{\"live\":[]}}"));

    assertThatThrownBy(() -> sender(closed)).hasMessageStartingWith("no source has a live secret");
  }

  @ParameterizedTest
  @CsvSource({
    "WEBHOOK_SECRETS, '{\"shop\":\"hunter2 \"}', WEBHOOK_SECRETS is refused: source shop has a secret that is blank",
    "PLANETSCALE_WEBHOOK_SECRET, hunter2 , PLANETSCALE_WEBHOOK_SECRET is malformed",
  })
  void secrets_that_the_receiver_would_refuse_stop_the_start(
      String name, String value, String said) {
    String given = name.startsWith("PLANET") ? value + "\n" : value;

    assertThatThrownBy(() -> of(Map.of(name, given)))
        .isInstanceOf(SettingException.class)
        .hasMessageStartingWith(said)
        .hasMessageNotContaining("hunter2");
  }

  @Test
  void two_secrets_variables_stop_the_start_and_are_named() {
    assertThatThrownBy(
            () -> of(Map.of("PLANETSCALE_WEBHOOK_SECRET", "a", "WEBHOOK_SECRETS_FILE", "b")))
        .isInstanceOf(SettingException.class)
        .hasMessageEndingWith("PLANETSCALE_WEBHOOK_SECRET and WEBHOOK_SECRETS_FILE are");
  }

  @Test
  void printing_reveals_no_secret() {
    LocalSecrets secrets = of(Map.of());

    assertThat(secrets + " " + sender(secrets)).doesNotContain(secrets.generated().orElseThrow());
  }

  private static Sender sender(LocalSecrets secrets) {
    return Sender.of(secrets.document().get());
  }

  private static LocalSecrets of(Map<String, String> variables) {
    return LocalSecrets.of(new Environment(variables));
  }
}
