package io.schemamemory.domain.masking;

import io.schemamemory.domain.masking.SqlToken.Kind;
import java.util.ArrayDeque;
import java.util.BitSet;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/// Which tokens of a statement are secrets, by what stands around them.
final class SecretPlaces {
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
    if (place == 0
        || (SecretWords.BEFORE_STATEMENTS.contains(words.get(place - 1))
            && SecretWords.VERBS.contains(words.get(place)))
        || words.get(place - 1).equals(";")) {
      begin(place);
    }
    SqlToken token = tokens.get(place);
    if (token.kind() == Kind.STRING && isAccount(place)) {
      comments.set(place);
    }
    if (token.kind() == Kind.SIGN) {
      sign(place);
    } else if (token.isString() || SecretWords.HEX.matcher(words.get(place)).matches()) {
      literal(place);
    } else if (isBareSecret(place)) {
      secrets.set(place);
    }
  }

  /// As in `IDENTIFIED BY hunter2`, which one database takes and another's errors repeat.
  private boolean isBareSecret(int place) {
    return place > 1
        && words.get(place - 1).equals("by")
        && words.get(place - 2).equals("identified")
        && !SecretWords.NO_SECRET.contains(words.get(place))
        && !isPrefix(place);
  }

  /// Whether it says how the literal behind it is written.
  private boolean isPrefix(int place) {
    return place + 1 < tokens.size()
        && tokens.get(place + 1).kind() == Kind.STRING
        && tokens.get(place + 1).start() == tokens.get(place).end();
  }

  private void begin(int place) {
    String first =
        words.subList(place, Math.min(words.size(), place + 5)).stream()
            .collect(Collectors.joining(" "));
    ofLogins = SecretWords.OF_LOGINS.matcher(first).matches();
    ofPassword = first.startsWith("set ") && first.startsWith("password ", "set ".length());
    ofComments = first.startsWith("comment on ");
  }

  private void sign(int place) {
    String sign = words.get(place);
    if (sign.equals("(")) {
      String call = place == 0 ? "" : words.get(place - 1);
      open.push(call);
      openEncrypting += SecretWords.ENCRYPTING.matcher(call).matches() ? 1 : 0;
    } else if (sign.equals(")") && !open.isEmpty()) {
      openEncrypting -= SecretWords.ENCRYPTING.matcher(open.pop()).matches() ? 1 : 0;
    }
  }

  private void literal(int place) {
    String named = named(place);
    boolean comment = SecretWords.OF_PEOPLE.contains(named) || (named.equals("is") && ofComments);
    if (openEncrypting > 0
        || SecretWords.NAMES_SECRET.matcher(named).matches()
        || (SecretWords.NAMES_LOGIN.matcher(named).matches() && "options".equals(open.peek()))
        || (named.equals("connection") && hasCredentials(place))
        || (comment && ofLogins && !named.equals("subject") && !named.equals("issuer"))
        || (ofPassword && isSet(place))
        || isSetting(place)
        || isIdentifying(place)) {
      secrets.set(place);
    } else if (comment) {
      comments.set(place);
    }
  }

  /// The word that says what a literal is.
  private String named(int place) {
    int at = place - 1;
    for (int links = 0; at >= 0 && links < SecretWords.MOST_LINKS && isLink(at); links++) {
      at--;
    }
    return at < 0 ? "" : words.get(at);
  }

  private boolean isLink(int place) {
    return tokens.get(place).kind() != Kind.STRING
        && SecretWords.LINK.matcher(words.get(place)).matches();
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

  /// Whether it is what `set_config('app.secret', '…')` sets, or `format('… PASSWORD %L', '…')`
  /// puts in.
  private boolean isSetting(int place) {
    if (place < 4 || !words.get(place - 1).equals(",") || !tokens.get(place - 2).isString()) {
      return false;
    }
    String name = words.get(place - 2);
    return switch (words.get(place - 4)) {
      case "set_config" -> SecretWords.NAMES_SECRET.matcher(name).matches();
      case "format" -> name.contains("password %") || name.contains("identified by %");
      default -> false;
    };
  }

  /// Whether it belongs to `IDENTIFIED …`, and is not its plugin's name.
  private boolean isIdentifying(int place) {
    String before = place == 0 ? "" : words.get(place - 1);
    if (before.equals("with") || before.equals("via")) {
      return false;
    }
    for (int at = place - 1; at >= Math.max(0, place - SecretWords.MOST_IDENTIFYING); at--) {
      boolean isName = tokens.get(at).kind() == Kind.STRING;
      if (!isName && words.get(at).equals("identified")) {
        return true;
      }
      if (!isName && SecretWords.BEHIND_IDENTIFYING.contains(words.get(at))) {
        return false;
      }
    }
    return false;
  }
}
