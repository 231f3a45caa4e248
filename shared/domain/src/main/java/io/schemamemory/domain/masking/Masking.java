package io.schemamemory.domain.masking;

import io.schemamemory.domain.event.Beginning;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Text from outside, without the values, addresses and secrets that stand in it.
///
/// The facts of an event mask at their making, so no fact, entry or story holds anything else;
/// the bytes of the delivery stay evidence. Masking twice changes nothing.
public final class Masking {
  static final String VALUE = "(a value)";
  static final String SECRET = "(a secret)";
  static final String EMAIL = "(an e-mail address)";
  static final String NETWORK = "(an IP address)";
  static final String TELEPHONE = "(a telephone number)";

  /// No error or reason that somebody reads is this long, and each letter costs time.
  private static final int LONGEST = 100_000;

  private Masking() {}

  /// Free text that people or programs wrote: a reason, an error, a title, a note. The names of
  /// tables, columns and keys stay.
  public static String text(String free) {
    String bounded = Beginning.ofLetters(free, LONGEST);
    return personal(
        ErrorValues.masked(ErrorTuples.masked(ErrorStatements.masked(secrets(bounded)))));
  }

  /// The same for a text that may be absent.
  public static @Nullable String maybe(@Nullable String free) {
    return free == null ? null : text(free);
  }

  /// The same for each of a list.
  public static List<String> each(List<String> free) {
    return free.stream().map(Masking::text).toList();
  }

  /// A statement in SQL: its secrets, and what its comments say of people. Other literals, such as
  /// defaults, are part of the schema and stay.
  public static String statement(String sql) {
    return SecretLiterals.masked(sql);
  }

  static String secrets(String text) {
    return SecretTexts.masked(text);
  }

  /// Addresses and numbers by which a person is reached.
  static String personal(String text) {
    return TelephoneNumbers.masked(NetworkAddresses.masked(EmailAddresses.masked(text)));
  }
}
