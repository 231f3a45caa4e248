package io.schemamemory.operator.webhooksecrets;

import io.schemamemory.domain.signature.WebhookSecret;
import java.io.Console;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/// Reads a secret from the terminal without echo, or from standard input; never from an argument,
/// which other users of the machine can see.
record SecretInput(InputStream in, Optional<Console> terminal) {
  static SecretInput ofProcess() {
    return new SecretInput(
        System.in, Optional.ofNullable(System.console()).filter(Console::isTerminal));
  }

  WebhookSecret read() {
    try {
      return WebhookSecret.of(terminal.map(SecretInput::typed).orElseGet(this::piped));
    } catch (IllegalArgumentException blank) {
      throw new RefusedException(
          "give the secret PlanetScale shows for the webhook on standard input, as one line without"
              + " white space around it");
    }
  }

  private static String typed(Console console) {
    char[] typed = console.readPassword("The secret PlanetScale shows for the webhook: ");
    return typed == null ? "" : new String(typed);
  }

  private String piped() {
    try {
      String text =
          new String(in.readAllBytes(), StandardCharsets.UTF_8).replaceFirst("\\R\\z", "");
      return text.lines().count() > 1 ? "" : text;
    } catch (IOException unreadable) {
      throw new UncheckedIOException("standard input cannot be read", unreadable);
    }
  }
}
