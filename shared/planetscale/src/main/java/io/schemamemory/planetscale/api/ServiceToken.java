package io.schemamemory.planetscale.api;

import java.util.regex.Pattern;

/// A PlanetScale service token of one organization; only the `Authorization` header has its text.
public final class ServiceToken {
  /// The expected form, for messages.
  public static final String FORM = "ID:SECRET, as PlanetScale shows both when a token is made";

  /// Any other character could end the header it is sent in, or begin another.
  private static final Pattern ID_AND_SECRET = Pattern.compile("[\\w.~+/=-]+:[\\w.~+/=-]+");

  private static final String SECRET_BEGINS = "pscale_tkn_";

  private final String text;

  private ServiceToken(String text) {
    this.text = text;
  }

  /// Parses a token.
  ///
  /// @throws IllegalArgumentException if it is not of [#FORM], or has its secret first
  public static ServiceToken of(String text) {
    if (!ID_AND_SECRET.matcher(text).matches() || text.startsWith(SECRET_BEGINS)) {
      throw new IllegalArgumentException("a service token looks like " + FORM);
    }
    return new ServiceToken(text);
  }

  /// The value of the header `Authorization`, which has no scheme word.
  String header() {
    return text;
  }

  @Override
  public String toString() {
    return "ServiceToken[...]";
  }
}
