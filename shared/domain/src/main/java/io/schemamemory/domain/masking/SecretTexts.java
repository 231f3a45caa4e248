package io.schemamemory.domain.masking;

import java.util.regex.Pattern;

/// Secrets that are known by their own look, or by the word before them.
final class SecretTexts {
  /// Tokens and keys with a prefix of their maker.
  private static final Pattern TOKEN =
      Pattern.compile(
          "-----BEGIN [A-Z ]{0,40}PRIVATE KEY(?: BLOCK)?-----(?:(?!-----END)[\\s\\S])*+"
              + "(?:-----END [A-Z ]{0,40}PRIVATE KEY(?: BLOCK)?-----)?|(?<![A-Za-z0-9])(?:"
              + String.join(
                  "|",
                  "pscale_[a-z]{2,10}_[\\w.-]{8,}",
                  "(?:AKIA|ASIA|ABIA|ACCA)[A-Z0-9]{16}(?![A-Za-z0-9])",
                  "gh[pousr]_[A-Za-z0-9]{16,}",
                  "github_pat_\\w{20,}",
                  "gl(?:pat|ptt|dt|rt|cbt)-[\\w-]{16,}",
                  "[srp]k_(?:live|test)_[A-Za-z0-9]{8,}",
                  "whsec_[A-Za-z0-9+/=]{16,}",
                  "sk-(?:[a-z]{3,10}-)?[\\w-]{20,}",
                  "xox[abeoprs]-[\\w-]{10,}",
                  "AIza[\\w-]{30,}",
                  "ya29\\.[\\w-]{20,}",
                  "npm_[A-Za-z0-9]{30,}",
                  "(?:dop|doo|dor)_v1_[a-f0-9]{32,}",
                  "hf_[A-Za-z0-9]{30,}",
                  "shp(?:at|ca|pa|ss)_[a-fA-F0-9]{32}",
                  "SG\\.[\\w-]{16,}\\.[\\w-]{16,}",
                  "eyJ[\\w-]{8,}\\.eyJ[\\w-]{4,}(?:\\.[\\w-]*)?")
              + ")");

  /// In an address, the user and the password before the host; in those of databases, whatever the
  /// password is made of.
  private static final Pattern IN_URL =
      Pattern.compile(
          "((?<![a-z0-9+.-])(?:mysql|mariadb|postgres(?:ql)?|mongodb(?:\\+srv)?|rediss?|amqps?)://)"
              + "(?!\\(a secret\\))[^\\s'\"@:]{0,256}:[^\\s'\"]{0,256}(?=@)"
              + "|((?<![a-z0-9+.-])[a-z][a-z0-9+.-]{1,30}://)"
              + "(?!\\(a secret\\))[^\\s/?#'\"@:]{0,256}:[^\\s/?#'\"]{0,256}(?=@)",
          Pattern.CASE_INSENSITIVE);

  private static final Pattern AUTHORIZATION =
      Pattern.compile("(?<=\\b(?:Bearer|Basic) )[\\w+/=.~-]{8,}", Pattern.CASE_INSENSITIVE);

  /// A word for a secret, and what it is set to.
  private static final Pattern NAMED =
      Pattern.compile(
          "((?<![A-Za-z])(?:[a-z]{2,20}[_-])?(?:password|passwd|pwd|passphrase|secret|api[_-]?key|apikey"
              + "|access[_-]?key(?:[_-]id)?|secret[_-]?key|private[_-]?key|auth[_-]?token|access[_-]?token"
              + "|client[_-]?secret|token(?==))['\"]?\\s{0,3}(?:[:=]|=>)\\s{0,3})(?!\\(a"
              + " secret\\)|(?:yes|no|true|false|null|none)\\b)(?:''(?:[^']|'(?!'))*+''|'(?:[^'\\\\]|\\\\.|'')*+'?|\"(?:[^\"\\\\]|\\\\.)*+\"?|[^\\s,;&)'\"(]+)",
          Pattern.CASE_INSENSITIVE);

  private SecretTexts() {}

  static String masked(String text) {
    String tokens = TOKEN.matcher(text).replaceAll(Masking.SECRET);
    String urls =
        tokens.contains("://")
            ? IN_URL.matcher(tokens).replaceAll("$1$2" + Masking.SECRET)
            : tokens;
    String authorized = AUTHORIZATION.matcher(urls).replaceAll(Masking.SECRET);
    return authorized.indexOf('=') < 0 && authorized.indexOf(':') < 0
        ? authorized
        : NAMED.matcher(authorized).replaceAll("$1" + Masking.SECRET);
  }
}
