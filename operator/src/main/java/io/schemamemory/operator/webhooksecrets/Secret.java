package io.schemamemory.operator.webhooksecrets;

import io.schemamemory.domain.signature.WebhookSecret;

/// A webhook secret with its text, which goes into the document and nowhere else.
record Secret(String text) {
  Secret {
    WebhookSecret.of(text);
  }

  String fingerprint() {
    return WebhookSecret.of(text).fingerprint();
  }

  @Override
  public String toString() {
    return "Secret[" + fingerprint() + "]";
  }
}
