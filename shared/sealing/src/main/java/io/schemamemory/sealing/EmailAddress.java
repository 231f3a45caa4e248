package io.schemamemory.sealing;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/// An e-mail address in lower case; `toString` does not reveal it.
public record EmailAddress(String canonical) implements Searchable {
  private static final Pattern FORM =
      Pattern.compile("[^\\s\\p{Cntrl}\\p{Cs}@]+@[^\\s\\p{Cntrl}\\p{Cs}@]+");

  /// Takes an address in lower case; [#parse] accepts any spelling.
  ///
  /// @throws IllegalArgumentException if it is not an address, or not in its canonical spelling
  public EmailAddress {
    if (!FORM.matcher(canonical).matches() || !canonical.equals(lowered(canonical))) {
      throw new IllegalArgumentException("an e-mail address looks like name@domain, in lower case");
    }
  }

  /// Reads an address in any spelling; empty if the text is not one.
  public static Optional<EmailAddress> parse(String text) {
    String lowered = lowered(text.strip());
    return FORM.matcher(lowered).matches()
        ? Optional.of(new EmailAddress(lowered))
        : Optional.empty();
  }

  /// Providers ignore case, and one letter can be written as two characters.
  private static String lowered(String text) {
    return Normalizer.normalize(text.toLowerCase(Locale.ROOT), Normalizer.Form.NFC);
  }

  @Override
  public String toString() {
    return "EmailAddress";
  }
}
