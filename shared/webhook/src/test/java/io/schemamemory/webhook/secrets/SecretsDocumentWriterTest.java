package io.schemamemory.webhook.secrets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.schemamemory.domain.signature.RetiredSecret;
import io.schemamemory.domain.signature.SourceSecrets;
import io.schemamemory.domain.signature.WebhookSecret;
import io.schemamemory.domain.signature.WebhookSecrets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SecretsDocumentWriterTest {
  private static final SourceSecrets SHOP =
      new SourceSecrets(
          List.of(WebhookSecret.of("hunter-new"), WebhookSecret.of("a\"b\\ü")),
          List.of(
              new RetiredSecret(
                  WebhookSecret.of("hunter-old"), Instant.parse("2026-11-21T12:00:00Z"))));

  private static final WebhookSecrets ALL =
      new WebhookSecrets(
          Map.of("shop", SHOP, "closed", SourceSecrets.NONE, "default", bare("hunter")));

  @Test
  void what_is_written_is_read_back() {
    assertThat(SecretsDocument.parse(SecretsDocumentWriter.write(ALL))).isEqualTo(ALL);
  }

  @Test
  void it_is_written_for_people_too_with_the_sources_in_order() {
    assertThat(SecretsDocumentWriter.write(ALL))
        .isEqualTo(
            """
            {
              "closed" : {
                "live" : [ ],
                "retired" : [ ]
              },
              "default" : {
                "live" : [ "hunter" ],
                "retired" : [ ]
              },
              "shop" : {
                "live" : [ "hunter-new", "a\\"b\\\\ü" ],
                "retired" : [ {
                  "secret" : "hunter-old",
                  "retired_at" : "2026-11-21T12:00:00Z"
                } ]
              }
            }
            """);
  }

  @Test
  void a_document_the_receiver_would_reject_is_not_written() {
    assertThatThrownBy(() -> SecretsDocumentWriter.write(WebhookSecrets.NONE))
        .isInstanceOf(SecretsDocumentException.class);
    SourceSecrets twice =
        new SourceSecrets(
            SHOP.live(), List.of(new RetiredSecret(SHOP.live().getFirst(), Instant.EPOCH)));
    assertThatThrownBy(() -> SecretsDocumentWriter.write(WebhookSecrets.NONE.with("shop", twice)))
        .isInstanceOf(SecretsDocumentException.class)
        .hasMessageContaining("twice")
        .hasMessageNotContaining("hunter");
  }

  private static SourceSecrets bare(String secret) {
    return SourceSecrets.of(WebhookSecret.of(secret));
  }
}
