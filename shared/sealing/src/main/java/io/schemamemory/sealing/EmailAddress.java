package io.schemamemory.sealing;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/// An e-mail address in lower case; it does not print.
public record EmailAddress(String canonical) implements Searchable {
  private static final Pattern FORM =
      Pattern.compile("[^\\s\\p{Cntrl}\\p{Cs}@]+@[^\\s\\p{Cntrl}\\p{Cs}@]+");

  /// Takes one in lower case; [#parse] takes any.
  ///
  /// @throws IllegalArgumentException if it is none, or not in its one spelling
  public EmailAddress {
    if (!FORM.matcher(canonical).matches() || !canonical.equals(lowered(canonical))) {
      throw new IllegalArgumentException("an e-mail address looks like name@domain, in lower case");
    }
  }

  /// Reads one in any spelling; nothing, if it is none.
  public static Optional<EmailAddress> parse(String text) {
    String lowered = lowered(text.strip());
    return FORM.matcher(lowered).matches()
        ? Optional.of(new EmailAddress(lowered))
        : Optional.empty();
  }

  /// Providers tell no capitals apart, and one letter can be written as two characters.
  private static String lowered(String text) {
    return Normalizer.normalize(text.toLowerCase(Locale.ROOT), Normalizer.Form.NFC);
  }

  @Override
  public String toString() {
    return "EmailAddress";
  }
}
