package io.schemamemory.operator.input;

import io.schemamemory.domain.signature.StrayCharacter;
import io.schemamemory.operator.RefusedException;
import java.io.Console;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Optional;

/// Reads a secret from the terminal without echo, or from standard input; never from an argument,
/// which other users of the machine can see.
public record SecretInput(InputStream in, Optional<Console> terminal) {
  /// This process's terminal or standard input.
  public static SecretInput ofProcess() {
    return new SecretInput(
        System.in, Optional.ofNullable(System.console()).filter(Console::isTerminal));
  }

  /// Reads one line.
  ///
  /// @param name what is read, for the prompt, such as `secret PlanetScale shows for the webhook`
  /// @throws RefusedException if there is nothing, or a character nobody sees
  public String read(String name) {
    String text = terminal.map(console -> typed(console, name)).orElseGet(this::piped);
    String form =
        "give the " + name + " on standard input, as one line without white space around it";
    Optional<StrayCharacter> stray = StrayCharacter.in(text);
    if (stray.isPresent()) {
      throw new RefusedException("the secret is refused: its " + stray.get() + "; " + form);
    }
    if (text.isEmpty()) {
      throw new RefusedException("there is no secret: " + form);
    }
    return text;
  }

  private static String typed(Console console, String name) {
    char[] typed = console.readPassword("The %s: ", name);
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
