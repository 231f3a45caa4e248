package io.schemamemory.operator.webhooksecrets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.schemamemory.domain.signature.RetiredSecret;
import io.schemamemory.domain.signature.SourceSecrets;
import io.schemamemory.domain.signature.WebhookSecret;
import io.schemamemory.domain.signature.WebhookSecrets;
import io.schemamemory.operator.RefusedException;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SecretsChangeTest {
  private static final Instant NOW = Instant.parse("2026-11-21T12:00:00.123Z");
  private static final Instant SECOND = Instant.parse("2026-11-21T12:00:00Z");
  private static final WebhookSecret OLD = WebhookSecret.of("hunter-old");
  private static final WebhookSecret NEW = WebhookSecret.of("hunter-new");

  private final WebhookSecrets shop = new AddSource("shop", OLD).apply(WebhookSecrets.NONE);
  private final WebhookSecrets rotated = rotate(shop, NEW);

  @Test
  void a_new_source_lives_with_its_first_secret() {
    assertThat(entry(shop).live()).containsExactly(OLD);
    assertThat(entry(shop).retired()).isEmpty();
    assertThat(new AddSource("shop", OLD).apply(shop)).isEqualTo(shop);
  }

  @Test
  void a_source_with_secrets_is_not_added_again() {
    assertThatThrownBy(() -> new AddSource("shop", NEW).apply(shop))
        .isInstanceOf(RefusedException.class)
        .hasMessage("source shop has secrets already: give it another with rotate");
  }

  @Test
  void after_a_rotation_both_live_the_new_one_first() {
    assertThat(entry(rotated).live()).containsExactly(NEW, OLD);
    assertThat(rotate(rotated, NEW)).isEqualTo(rotated);
  }

  @Test
  void a_fifth_live_secret_is_refused() {
    WebhookSecrets full =
        rotate(rotate(rotated, WebhookSecret.of("hunter-3")), WebhookSecret.of("hunter-4"));

    assertThatThrownBy(() -> rotate(full, WebhookSecret.of("hunter-5")))
        .isInstanceOf(RefusedException.class)
        .hasMessageContaining("has 4 live secrets")
        .hasMessageContaining("retire one first");
  }

  @Test
  void what_is_retired_is_kept_with_its_date_and_lets_nothing_in() {
    WebhookSecrets retired = retire(rotated, OLD, NOW, false);

    assertThat(entry(retired).live()).containsExactly(NEW);
    assertThat(entry(retired).retired()).containsExactly(new RetiredSecret(OLD, SECOND));
    assertThat(retire(retired, OLD, NOW.plusSeconds(9), false)).isEqualTo(retired);
  }

  @Test
  void what_was_retired_by_mistake_lives_again_when_it_is_given_again() {
    WebhookSecrets again = rotate(retire(rotated, OLD, NOW, false), OLD);

    assertThat(entry(again).live()).containsExactly(OLD, NEW);
    assertThat(entry(again).retired()).isEmpty();
  }

  @Test
  void the_last_live_secret_is_retired_only_to_close_the_source() {
    assertThatThrownBy(() -> retire(shop, OLD, NOW, false))
        .isInstanceOf(RefusedException.class)
        .hasMessageContaining("is the last live secret of source shop")
        .hasMessageContaining("--close");

    assertThat(entry(retire(shop, OLD, NOW, true)).live()).isEmpty();
  }

  @Test
  void a_fingerprint_that_is_not_live_is_refused_with_those_that_are() {
    assertThatThrownBy(() -> retire(shop, NEW, NOW, true))
        .isInstanceOf(RefusedException.class)
        .hasMessageEndingWith("live are: " + OLD.fingerprint());
  }

  @Test
  void a_source_nobody_knows_is_refused_with_those_that_are_known() {
    assertThatThrownBy(() -> new RotateSecret("blog", NEW).apply(shop))
        .isInstanceOf(RefusedException.class)
        .hasMessageContaining("there are: shop")
        .hasMessageNotContaining("hunter");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "Shop", "a/b", "-a"})
  void a_name_that_no_path_could_have_is_refused(String name) {
    assertThatThrownBy(() -> new AddSource(name, OLD).apply(WebhookSecrets.NONE))
        .isInstanceOf(RefusedException.class)
        .hasMessageStartingWith("a source's name is ");
  }

  @Test
  void forgotten_is_what_was_retired_before_a_time_and_nothing_that_lives() {
    WebhookSecrets retired = retire(rotated, OLD, NOW, false);

    assertThat(new ForgetRetired(SECOND).apply(retired)).isEqualTo(retired);
    WebhookSecrets forgotten = new ForgetRetired(SECOND.plus(Duration.ofSeconds(1))).apply(retired);
    assertThat(entry(forgotten).retired()).isEmpty();
    assertThat(entry(forgotten).live()).containsExactly(NEW);
  }

  @Test
  void a_document_written_by_hand_may_have_texts() {
    assertThat(StoredText.read("{\"shop\":\"hunter-old\"}", "here")).isEqualTo(shop);
  }

  @Test
  void a_document_the_receiver_would_refuse_is_not_worked_on() {
    assertThatThrownBy(() -> StoredText.read("{\"shop\":{\"live\":\"hunter\"}}", "the file"))
        .isInstanceOf(RefusedException.class)
        .hasMessage(
            "the file is refused: source shop live must be a list of secrets; fix it first");
  }

  @Test
  void printing_a_change_or_its_result_tells_fingerprints_alone() {
    assertThat(new RotateSecret("shop", NEW).toString() + new AddSource("shop", OLD))
        .contains(OLD.fingerprint(), NEW.fingerprint())
        .doesNotContain("hunter");
    assertThat(retire(rotated, OLD, NOW, false).toString())
        .contains(OLD.fingerprint(), NEW.fingerprint())
        .doesNotContain("hunter");
  }

  private static WebhookSecrets rotate(WebhookSecrets secrets, WebhookSecret secret) {
    return new RotateSecret("shop", secret).apply(secrets);
  }

  private static WebhookSecrets retire(
      WebhookSecrets secrets, WebhookSecret secret, Instant now, boolean close) {
    return new RetireSecret("shop", secret.fingerprint(), now, close).apply(secrets);
  }

  private static SourceSecrets entry(WebhookSecrets secrets) {
    return secrets.of("shop").orElseThrow();
  }
}
