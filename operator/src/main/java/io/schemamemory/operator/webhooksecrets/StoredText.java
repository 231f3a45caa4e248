package io.schemamemory.operator.webhooksecrets;

import io.schemamemory.domain.signature.WebhookSecrets;
import io.schemamemory.operator.RefusedException;
import io.schemamemory.webhook.secrets.SecretsDocument;
import io.schemamemory.webhook.secrets.SecretsDocumentException;

/// Reads what a store holds; a document the receiver would refuse is not worked on.
final class StoredText {
  private StoredText() {}

  /// @param place where the text stands, for the message
  /// @throws RefusedException naming the place and the rule the document breaks
  static WebhookSecrets read(String text, String place) {
    try {
      return SecretsDocument.parse(text);
    } catch (SecretsDocumentException refused) {
      throw new RefusedException(place + " is refused: " + refused.getMessage() + "; fix it first");
    }
  }
}
