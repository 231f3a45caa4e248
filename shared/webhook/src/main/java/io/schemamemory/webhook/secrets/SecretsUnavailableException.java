package io.schemamemory.webhook.secrets;

/// There are no webhook secrets to verify with; the message says why and holds none.
public final class SecretsUnavailableException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  SecretsUnavailableException(String why) {
    super(why);
  }
}
