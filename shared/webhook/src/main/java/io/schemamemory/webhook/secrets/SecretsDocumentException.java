package io.schemamemory.webhook.secrets;

/// The webhook secrets' document is refused as a whole; the message names the source and the rule,
/// never a value.
public final class SecretsDocumentException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  SecretsDocumentException(String message) {
    super(message);
  }
}
