package io.schemamemory.domain.masking;

import java.util.Set;
import java.util.regex.Pattern;

/// The words of a statement around its secrets, in small letters.
final class SecretWords {
  /// A word that a secret follows: `PASSWORD '…'`, `master_password = '…'`, `"app.secret" TO '…'`.
  static final Pattern NAMES_SECRET =
      Pattern.compile(
          ".*(?:password|passwd|passphrase)|(?:.*[_.])?(?:pwd|secret|api_?key|access_?key(?:_id)?"
              + "|secret_?key|private_?key|auth_?token|access_?token|authentication_string"
              + "|credentials?|conninfo)");

  /// Half of a secret, among the options of a server.
  static final Pattern NAMES_LOGIN =
      Pattern.compile("(?:.*[_.])?(?:user|username|login|token|key)");

  /// Between such a word and its literal, the words that say how the literal is written included.
  static final Pattern LINK = Pattern.compile("[=:>(&]|to|n|e|x|b|u|_\\w+");

  static final int MOST_LINKS = 6;

  /// Words of `IDENTIFIED WITH plugin BY '…' REPLACE '…'`, and as many again.
  static final int MOST_IDENTIFYING = 14;

  static final Set<String> BEHIND_IDENTIFYING = Set.of(",", ";", "require", "account", "resource");

  /// They take a key beside what they encrypt.
  static final Pattern ENCRYPTING =
      Pattern.compile(
          "(?:aes|des)_(?:en|de)crypt|pgp_(?:sym|pub)_(?:en|de)crypt(?:_bytea)?|(?:en|de)crypt(?:_iv)?"
              + "|hmac|crypt|old_password");

  /// What makes logins has comments about them.
  static final Pattern OF_LOGINS =
      Pattern.compile(
          "(?:(?:create|alter)(?: or replace)?|comment on)"
              + " (?:user|role|group|login|server|subscription)\\b.*");

  /// Before what is said of somebody; a certificate's subject is somebody.
  static final Set<String> OF_PEOPLE = Set.of("comment", "attribute", "subject", "issuer");

  /// Behind these a statement begins, also within a procedure.
  static final Set<String> BEFORE_STATEMENTS = Set.of(";", "begin", "do", "then", "else");

  static final Set<String> VERBS = Set.of("create", "alter", "set", "comment");

  /// What an identified login's secret is no part of.
  static final Set<String> NO_SECRET = Set.of("password", "random", "values", "null");

  static final Pattern HEX = Pattern.compile("0x[0-9a-f]+");

  private SecretWords() {}
}
