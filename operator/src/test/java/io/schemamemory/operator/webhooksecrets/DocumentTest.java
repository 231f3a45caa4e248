package io.schemamemory.operator.webhooksecrets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.schemamemory.webhook.secrets.SecretsDocument;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DocumentTest {
  private static final Instant NOW = Instant.parse("2026-11-21T12:00:00.123Z");
  private static final Instant SECOND = Instant.parse("2026-11-21T12:00:00Z");
  private static final Secret OLD = new Secret("hunter-old");
  private static final Secret NEW = new Secret("hunter-new");

  private final Document shop = Document.NONE.add("shop", OLD);
  private final Document rotated = shop.rotate("shop", NEW);

  @Test
  void a_new_source_lives_with_its_first_secret() {
    assertThat(entry(shop).live()).containsExactly(OLD);
    assertThat(entry(shop).retired()).isEmpty();
    assertThat(shop.add("shop", OLD)).isEqualTo(shop);
  }

  @Test
  void a_source_with_secrets_is_not_added_again() {
    assertThatThrownBy(() -> shop.add("shop", NEW))
        .isInstanceOf(RefusedException.class)
        .hasMessage("source shop has secrets already: give it another with rotate");
  }

  @Test
  void after_a_rotation_both_live_the_new_one_first() {
    assertThat(entry(rotated).live()).containsExactly(NEW, OLD);
    assertThat(rotated.rotate("shop", NEW)).isEqualTo(rotated);
  }

  @Test
  void a_fifth_live_secret_is_refused() {
    Document full =
        rotated.rotate("shop", new Secret("hunter-3")).rotate("shop", new Secret("hunter-4"));

    assertThatThrownBy(() -> full.rotate("shop", new Secret("hunter-5")))
        .isInstanceOf(RefusedException.class)
        .hasMessageContaining("has 4 live secrets")
        .hasMessageContaining("retire one first");
  }

  @Test
  void what_is_retired_is_kept_with_its_date_and_lets_nothing_in() {
    Document retired = rotated.retire("shop", OLD.fingerprint(), NOW, false);

    assertThat(entry(retired).live()).containsExactly(NEW);
    assertThat(entry(retired).retired()).containsExactly(new Retired(OLD, SECOND));
    assertThat(retired.retire("shop", OLD.fingerprint(), NOW.plusSeconds(9), false))
        .isEqualTo(retired);
  }

  @Test
  void what_was_retired_by_mistake_lives_again_when_it_is_given_again() {
    Document again = rotated.retire("shop", OLD.fingerprint(), NOW, false).rotate("shop", OLD);

    assertThat(entry(again).live()).containsExactly(OLD, NEW);
    assertThat(entry(again).retired()).isEmpty();
  }

  @Test
  void the_last_live_secret_is_retired_only_to_close_the_source() {
    assertThatThrownBy(() -> shop.retire("shop", OLD.fingerprint(), NOW, false))
        .isInstanceOf(RefusedException.class)
        .hasMessageContaining("is the last live secret of source shop")
        .hasMessageContaining("--close");

    assertThat(entry(shop.retire("shop", OLD.fingerprint(), NOW, true)).live()).isEmpty();
  }

  @Test
  void a_fingerprint_that_is_not_live_is_refused_with_those_that_are() {
    assertThatThrownBy(() -> shop.retire("shop", NEW.fingerprint(), NOW, true))
        .isInstanceOf(RefusedException.class)
        .hasMessageEndingWith("live are: " + OLD.fingerprint());
  }

  @Test
  void a_source_nobody_knows_is_refused_with_those_that_are_known() {
    assertThatThrownBy(() -> shop.rotate("blog", NEW))
        .isInstanceOf(RefusedException.class)
        .hasMessageContaining("there are: shop")
        .hasMessageNotContaining("hunter");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "Shop", "a/b", "-a"})
  void a_name_that_no_path_could_have_is_refused(String name) {
    assertThatThrownBy(() -> Document.NONE.add(name, OLD))
        .isInstanceOf(RefusedException.class)
        .hasMessageStartingWith("a source's name is ");
  }

  @Test
  void forgotten_is_what_was_retired_before_a_time_and_nothing_that_lives() {
    Document retired = rotated.retire("shop", OLD.fingerprint(), NOW, false);

    assertThat(retired.forget(SECOND)).isEqualTo(retired);
    Document forgotten = retired.forget(SECOND.plus(Duration.ofSeconds(1)));
    assertThat(entry(forgotten).retired()).isEmpty();
    assertThat(entry(forgotten).live()).containsExactly(NEW);
  }

  @Test
  void what_is_written_is_read_back_and_the_receiver_reads_it_too() {
    Document all =
        rotated.retire("shop", OLD.fingerprint(), NOW, false).add("default", new Secret("a\"b\\ü"));

    String json = DocumentJson.write(all);

    assertThat(DocumentJson.read(json, "here")).isEqualTo(all);
    assertThat(SecretsDocument.parse(json).bySource()).containsOnlyKeys("default", "shop");
  }

  @Test
  void a_document_written_by_hand_may_have_texts() {
    Document read = DocumentJson.read("{\"shop\":\"hunter-old\"}", "here");

    assertThat(read).isEqualTo(shop);
  }

  @Test
  void a_document_the_receiver_would_refuse_is_not_worked_on() {
    assertThatThrownBy(() -> DocumentJson.read("{\"shop\":{\"live\":\"hunter\"}}", "the file"))
        .isInstanceOf(RefusedException.class)
        .hasMessage(
            "the file is refused: source shop live must be a list of secrets; mend it first");
  }

  @Test
  void printing_any_of_it_tells_fingerprints_alone() {
    String printed = List.of(rotated.retire("shop", OLD.fingerprint(), NOW, false)).toString();

    assertThat(printed).contains(OLD.fingerprint(), NEW.fingerprint()).doesNotContain("hunter");
  }

  private static SourceEntry entry(Document document) {
    return document.source("shop").orElseThrow();
  }
}
