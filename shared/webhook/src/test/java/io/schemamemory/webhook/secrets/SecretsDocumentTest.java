package io.schemamemory.webhook.secrets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.schemamemory.domain.signature.RetiredSecret;
import io.schemamemory.domain.signature.SourceSecrets;
import io.schemamemory.domain.signature.WebhookSecret;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SecretsDocumentTest {
  private static final String RETIRED =
      "{\"secret\":\"r\",\"retired_at\":\"2026-11-21T12:00:00Z\"}";

  @Test
  void a_source_has_live_and_retired_secrets() {
    SourceSecrets shop = only("{'shop':{'live':['a','b'],'retired':[%s]}}".formatted(RETIRED));

    assertThat(shop.live()).extracting(WebhookSecret::fingerprint).isEqualTo(prints("a", "b"));
    assertThat(shop.retired())
        .containsExactly(
            new RetiredSecret(WebhookSecret.of("r"), Instant.parse("2026-11-21T12:00:00Z")));
  }

  @Test
  void a_text_is_one_live_secret() {
    SourceSecrets shop = only("{'shop':'a'}");

    assertThat(shop.live()).extracting(WebhookSecret::fingerprint).isEqualTo(prints("a"));
    assertThat(shop.retired()).isEmpty();
  }

  @Test
  void a_source_without_live_secrets_is_closed_and_still_a_source() {
    assertThat(only("{'shop':{'retired':[%s],'live':[]}}".formatted(RETIRED)).live()).isEmpty();
  }

  @Test
  void there_are_many_sources() {
    assertThat(parse("{'default':'a','shop':'b','blog':{'live':['c']}}").keySet())
        .containsExactlyInAnyOrder("default", "shop", "blog");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      textBlock =
          """
          ['hunter2']                        | the webhook secrets must be one object
          'hunter2'                          | the webhook secrets must be one object
          ~~                                 | the webhook secrets must be one object
          {}                                 | the webhook secrets name no source
          {'shop':'hunter2'} {}              | something follows the object
          {'shop':'hunter2'                  | are no JSON, at line 1, column
          {'shop':hunter2}                   | are no JSON, at line 1, column
          {'shop':'hunter2',}                | are no JSON, at line 1, column
          {'shop':'hunter2','shop':'b'}      | source shop stands there twice
          {'a':'hunter2','Hunter2':'b'}      | source number 2: a source's name is at most 63
          {'':'hunter2'}                     | source number 1: a source's name is at most 63
          {'shop':null}                      | source shop must be a secret or an object
          {'shop':['hunter2']}               | source shop must be a secret or an object
          {'shop':7}                         | source shop must be a secret or an object
          {'shop':''}                        | source shop has a secret that is blank
          {'shop':' '}                       | source shop has a secret that is blank
          {'shop':'hunter2\\n'}              | source shop has a secret that is blank or has white space
          {'shop':'hunter2\\n'}              | its character 8 is U+000A LINE FEED (LF)
          {'shop':'hunt\u200Ber2'}          | its character 5 is U+200B ZERO WIDTH SPACE
          {'shop':'hunt\\u200Ber2'}         | its character 5 is U+200B ZERO WIDTH SPACE
          {'shop':{'live':['\uFEFFhunter2']}} | source shop has a secret that is blank or has white space
          {'shop':{'live':['\uFEFFhunter2']}} | its character 1 is U+FEFF BYTE ORDER MARK
          {'shop':'hunter2\\ud800'}          | its character 8 is U+D800
          \uFEFF{'shop':'hunter2'}          | at line 1, column 1: the text begins with U+FEFF, a byte order mark
          {\0'\0s\0                         | the text is not UTF-8; save it as that
          {'shop':{}}                        | source shop has no live
          {'shop':{'retired':[]}}            | source shop has no live
          {'shop':{'live':'hunter2'}}        | source shop live must be a list of secrets
          {'shop':{'live':['hunter2',7]}}    | source shop has a secret that is no text
          {'shop':{'live':['hunter2',null]}} | source shop has a secret that is no text
          {'shop':{'live':['a','a']}}        | source shop has the secret ca978112ca1bbdca twice
          {'shop':{'live':['a'],'live':[]}}  | source shop has a key twice
          {'shop':{'live':['a'],'hunter2':1}}             | source shop has a key other than live and retired
          {'shop':{'live':['a','b','c','d','e']}}         | source shop has too many live secrets: a source has at most 4
          {'shop':{'live':[],'retired':{}}}               | source shop retired must be a list of objects
          {'shop':{'live':[],'retired':['hunter2']}}      | source shop retired must be a list of objects
          {'shop':{'live':[],'retired':[{}]}}             | source shop has a retired secret without secret or
          {'shop':{'live':[],'retired':[{'secret':'a'}]}} | source shop has a retired secret without secret or
          """)
  void any_mistake_rejects_the_whole_document_naming_source_and_rule_but_no_secret(
      String document, String rule) {
    assertThatThrownBy(() -> parse(document))
        .isInstanceOf(SecretsDocumentException.class)
        .hasMessageContaining(rule)
        .hasNoCause()
        .hasNoSuppressedExceptions()
        .hasMessageNotContaining("hunter2");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      textBlock =
          """
          {'secret':'a','retired_at':'2026-11-21T12:00:00Z','by':1} | has a retired secret with a key other than
          {'secret':'a','secret':'b'}                          | has a key twice
          {'secret':'r2','retired_at':7}                       | has a retired_at that is not of the form 2026-11-21T12:00:00Z
          {'secret':'r2','retired_at':'yesterday'}             | has a retired_at that is not of the form
          {'secret':'r2','retired_at':'2026-11-21'}            | has a retired_at that is not of the form
          {'secret':'r2','retired_at':'2026-11-21T12:00:00+'}  | has a retired_at that is not of the form
          {'secret':'r2','retired_at':'2026-02-30T12:00:00Z'}  | has a retired_at that is not of the form
          {'secret':'r2','retired_at':'2026-11-21T24:00:00Z'}  | has a retired_at that is not of the form
          {'secret':'l','retired_at':'2026-11-21T12:00:00Z'}   | twice
          """)
  void a_retired_secret_is_as_strict_and_not_live_as_well(String retired, String rule) {
    assertThatThrownBy(() -> parse("{'shop':{'live':['l'],'retired':[" + retired + "]}}"))
        .isInstanceOf(SecretsDocumentException.class)
        .hasMessageStartingWith("source shop ")
        .hasMessageContaining(rule);
  }

  @Test
  void printing_any_part_of_it_reveals_no_secret() {
    assertThat(SecretsDocument.parse("{\"shop\":\"hunter2\"}").toString())
        .contains("shop", WebhookSecret.of("hunter2").fingerprint())
        .doesNotContain("hunter2");
  }

  private static SourceSecrets only(String document) {
    return parse(document).values().iterator().next();
  }

  private static Map<String, SourceSecrets> parse(String document) {
    return SecretsDocument.parse(document.replace('\'', '"')).bySource();
  }

  private static List<String> prints(String... secrets) {
    return List.of(secrets).stream().map(text -> WebhookSecret.of(text).fingerprint()).toList();
  }
}
