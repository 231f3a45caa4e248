package io.schemamemory.operator.webhooksecrets;

import io.schemamemory.domain.signature.StrayCharacter;
import io.schemamemory.domain.signature.WebhookSecret;
import java.io.Console;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Optional;

/// Reads a secret from the terminal without echo, or from standard input; never from an argument,
/// which other users of the machine can see.
record SecretInput(InputStream in, Optional<Console> terminal) {
  private static final String FORM =
      "give the secret PlanetScale shows for the webhook on standard input, as one line without"
          + " white space around it";

  static SecretInput ofProcess() {
    return new SecretInput(
        System.in, Optional.ofNullable(System.console()).filter(Console::isTerminal));
  }

  WebhookSecret read() {
    String text = terminal.map(SecretInput::typed).orElseGet(this::piped);
    Optional<StrayCharacter> stray = StrayCharacter.in(text);
    if (stray.isPresent()) {
      throw new RefusedException("the secret is refused: its " + stray.get() + "; " + FORM);
    }
    if (text.isEmpty()) {
      throw new RefusedException("there is no secret: " + FORM);
    }
    return WebhookSecret.of(text);
  }

  private static String typed(Console console) {
    char[] typed = console.readPassword("The secret PlanetScale shows for the webhook: ");
    return typed == null ? "" : new String(typed);
  }

  private String piped() {
    try {
      return Utf8.decode(in.readAllBytes(), "standard input").replaceFirst("\r?\n\\z", "");
    } catch (IOException unreadable) {
      throw new UncheckedIOException("standard input cannot be read", unreadable);
    }
  }
}
