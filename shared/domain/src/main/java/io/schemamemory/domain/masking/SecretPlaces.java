package io.schemamemory.domain.masking;

import io.schemamemory.domain.masking.SqlToken.Kind;
import java.util.ArrayDeque;
import java.util.BitSet;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// Which tokens of a statement are secrets, by what stands around them.
final class SecretPlaces {
  /// A word that a secret follows: `PASSWORD '…'`, `master_password = '…'`, `"app.secret" TO '…'`.
  private static final Pattern NAMES_SECRET =
      Pattern.compile(
          "(?:.*[_.])?(?:password|passwd|pwd|passphrase|secret|api_?key|access_?key(?:_id)?"
              + "|secret_?key|private_?key|auth_?token|access_?token|authentication_string"
              + "|credentials?|conninfo)");

  /// Half of a secret, among the options of a server.
  private static final Pattern NAMES_LOGIN =
      Pattern.compile("(?:.*[_.])?(?:user|username|login|token|key)");

  /// Between such a word and its literal, the words that say how the literal is written included.
  private static final Pattern LINK = Pattern.compile("[=:>(&]|to|n|e|x|b|u|_\\w+");

  private static final int MOST_LINKS = 6;

  /// Words of `IDENTIFIED WITH plugin BY '…' REPLACE '…'`, and as many again.
  private static final int MOST_IDENTIFYING = 14;

  private static final Set<String> BEHIND_IDENTIFYING =
      Set.of(",", ";", "require", "account", "resource");

  /// They take a key beside what they encrypt.
  private static final Pattern ENCRYPTING =
      Pattern.compile(
          "(?:aes|des)_(?:en|de)crypt|pgp_(?:sym|pub)_(?:en|de)crypt(?:_bytea)?|(?:en|de)crypt(?:_iv)?"
              + "|hmac|crypt|old_password");

  /// What makes logins has comments about them.
  private static final Pattern OF_LOGINS =
      Pattern.compile(
          "(?:(?:create|alter)(?: or replace)?|comment on)"
              + " (?:user|role|group|login|server|subscription)\\b.*");

  private static final Pattern HEX = Pattern.compile("0x[0-9a-f]+");

  private final List<SqlToken> tokens;
  private final List<String> words;
  private final BitSet secrets = new BitSet();
  private final BitSet comments = new BitSet();

  /// What stands before each bracket that is open.
  private final Deque<String> open = new ArrayDeque<>();

  private int openEncrypting;
  private boolean ofLogins;
  private boolean ofComments;
  private boolean ofPassword;

  SecretPlaces(List<SqlToken> tokens) {
    this.tokens = tokens;
    this.words = tokens.stream().map(SecretPlaces::word).toList();
    for (int place = 0; place < tokens.size(); place++) {
      read(place);
    }
  }

  boolean isSecret(int place) {
    return secrets.get(place);
  }

  /// Whether it is what somebody wrote about a table or a column, or half an account.
  boolean isComment(int place) {
    return comments.get(place);
  }

  /// A string is no word, but where it is a name.
  private static String word(SqlToken token) {
    String text = token.kind() == Kind.STRING ? token.content() : token.text();
    return text.length() > 128 ? "" : text.toLowerCase(Locale.ROOT);
  }

  private void read(int place) {
    if (place == 0 || words.get(place - 1).equals(";")) {
      begin(place);
    }
    SqlToken token = tokens.get(place);
    if (token.kind() == Kind.STRING && isAccount(place)) {
      comments.set(place);
    }
    if (token.kind() == Kind.SIGN) {
      sign(place);
    } else if (token.isString() || HEX.matcher(words.get(place)).matches()) {
      literal(place);
    }
  }

  private void begin(int place) {
    String first =
        words.subList(place, Math.min(words.size(), place + 5)).stream()
            .collect(Collectors.joining(" "));
    ofLogins = OF_LOGINS.matcher(first).matches();
    ofPassword = first.startsWith("set password ");
    ofComments = first.startsWith("comment on ");
  }

  private void sign(int place) {
    String sign = words.get(place);
    if (sign.equals("(")) {
      String call = place == 0 ? "" : words.get(place - 1);
      open.push(call);
      openEncrypting += ENCRYPTING.matcher(call).matches() ? 1 : 0;
    } else if (sign.equals(")") && !open.isEmpty()) {
      openEncrypting -= ENCRYPTING.matcher(open.pop()).matches() ? 1 : 0;
    }
  }

  private void literal(int place) {
    String named = named(place);
    boolean comment =
        named.equals("comment") || named.equals("attribute") || (named.equals("is") && ofComments);
    if (openEncrypting > 0
        || NAMES_SECRET.matcher(named).matches()
        || (NAMES_LOGIN.matcher(named).matches() && "options".equals(open.peek()))
        || (named.equals("connection") && hasCredentials(place))
        || (comment && ofLogins)
        || (ofPassword && isSet(place))
        || isIdentifying(place)) {
      secrets.set(place);
    } else if (comment) {
      comments.set(place);
    }
  }

  /// The word that says what a literal is.
  private String named(int place) {
    int at = place - 1;
    for (int links = 0; at >= 0 && links < MOST_LINKS && isLink(at); links++) {
      at--;
    }
    return at < 0 ? "" : words.get(at);
  }

  private boolean isLink(int place) {
    return tokens.get(place).kind() != Kind.STRING && LINK.matcher(words.get(place)).matches();
  }

  /// Whether it is the user or the host of `'jane'@'10.0.0.1'`.
  private boolean isAccount(int place) {
    return (place > 0 && words.get(place - 1).equals("@"))
        || (place + 1 < words.size() && words.get(place + 1).equals("@"));
  }

  private boolean isSet(int place) {
    return words.get(place - 1).equals("=") || words.get(place - 1).equals("to");
  }

  private boolean hasCredentials(int place) {
    String text = tokens.get(place).text();
    return text.indexOf('@') >= 0 || text.indexOf('=') >= 0;
  }

  /// Whether it belongs to `IDENTIFIED …`, and is not its plugin's name.
  private boolean isIdentifying(int place) {
    String before = place == 0 ? "" : words.get(place - 1);
    if (before.equals("with") || before.equals("via")) {
      return false;
    }
    for (int at = place - 1; at >= Math.max(0, place - MOST_IDENTIFYING); at--) {
      boolean isName = tokens.get(at).kind() == Kind.STRING;
      if (!isName && words.get(at).equals("identified")) {
        return true;
      }
      if (!isName && BEHIND_IDENTIFYING.contains(words.get(at))) {
        return false;
      }
    }
    return false;
  }
}
