package io.schemamemory.domain.masking;

import java.util.regex.Matcher;
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
                  "xapp-[\\w-]{10,}",
                  "GOCSPX-[\\w-]{20,}",
                  "pypi-[\\w-]{30,}",
                  "dckr_(?:pat|oat)_[\\w-]{16,}",
                  "hv[sbr]\\.[\\w-]{20,}",
                  "sbp_[a-f0-9]{32,}",
                  "lin_api_\\w{20,}",
                  "NRAK-[A-Z0-9]{20,}",
                  "ATATT3[\\w=-]{20,}",
                  "PMAK-[a-f0-9]{20,}-[a-f0-9]{20,}",
                  "tskey-[\\w-]{16,}",
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
      Pattern.compile(
          "(\\b(?:Bearer|Basic) )[\\w+/=.~-]{8,}"
              + "|(\\bAuthorization: (?:token )?)(?!token |Bearer |Basic |\\(a secret\\))[^\\s,;'\"]{8,}"
              + "|(\\bhooks\\.slack\\.com/services/)[\\w/]{8,}"
              + "|([?&](?:sig|signature|x-amz-signature|x-amz-credential|x-amz-security-token|key|auth|jwt|token)=)"
              + "(?!\\(a secret\\))[^&\\s'\"#]+",
          Pattern.CASE_INSENSITIVE);

  private static final String WORD =
      "(?<![A-Za-z])(?:[a-z]{2,20}[_-]|pg)?(?:password|passwd|pwd|passphrase|secret|api[_-]?key|apikey"
          + "|(?:secret[_-]?)?access[_-]?key(?:[_-]?id)?|secret[_-]?key|private[_-]?key|auth[_-]?token"
          + "|access[_-]?token|client[_-]?secret|(?:pass|pw)(?=['\"]?\\s{0,3}[:=]\\s{0,3}(?!\\d{1,20}\\b)\\S)"
          + "|token(?=['\"]?=|['\"]\\s{0,3}:))";

  private static final String QUOTED =
      "''(?:[^']|'(?!'))*+''|'(?:[^'\\\\]|\\\\.|'')*+'?|\"(?:[^\"\\\\]|\\\\.)*+\"?";

  /// What is said of a column with such a name, and is no secret.
  private static final String SENTENCE =
      "(?:cannot|can't|must|may|is|not|the|a|an|too|already|missing|required|unknown|invalid|duplicate"
          + "|expected|column|field|type|hash|hashed|encrypted|(?:tiny|medium|long|var)?(?:char|text|binary|blob)"
          + "|(?:big|small)?int|json|enum|uuid|bytea)";

  /// A word for a secret, and what it is set to.
  private static final Pattern NAMED =
      Pattern.compile(
          "("
              + WORD
              + "['\"]?\\s{0,3}(?:[:=]|=>)\\s{0,3})"
              + "(?!\\(a secret\\)|(?:yes|no|true|false|null|none)\\b|"
              + SENTENCE
              + "(?=[\\s,(]|$))(?:"
              + QUOTED
              + "|[^\\s,;&)'\"(]+)",
          Pattern.CASE_INSENSITIVE);

  /// A statement or a sentence: `PASSWORD 'x'`, `IDENTIFIED BY 'x'`, "the password is x1".
  private static final Pattern SAID =
      Pattern.compile(
          "((?<!['\"`\\w.])(?:identified\\s{1,5}(?:(?:with|via)\\s{1,5}\\S{1,64}\\s{1,5})?(?:by|as|using)"
              + "(?:\\s{1,5}password)?|(?:password|passwd|passphrase)(?:\\s{1,5}for\\s{1,5}\\S{1,300})?)"
              + "(?:\\s{0,5}[=(]\\s{0,5}|\\s{1,5}(?:to\\s{1,5})?))(?!'\\(a secret\\)')(?:"
              + QUOTED
              + ")"
              + "|((?<![\\w.])(?:password|passwd|passphrase)\\s{1,3}(?:is|was)\\s{1,3})"
              + "(?=[^\\s,;]{0,60}[\\d!#$%^&*])[^\\s,;()]{4,}",
          Pattern.CASE_INSENSITIVE);

  private SecretTexts() {}

  static String masked(String text) {
    String tokens = TOKEN.matcher(text).replaceAll(Masking.SECRET);
    String urls =
        tokens.contains("://")
            ? IN_URL.matcher(tokens).replaceAll("$1$2" + Masking.SECRET)
            : tokens;
    String authorized = AUTHORIZATION.matcher(urls).replaceAll("$1$2$3$4" + Masking.SECRET);
    String named =
        authorized.indexOf('=') < 0 && authorized.indexOf(':') < 0
            ? authorized
            : NAMED.matcher(authorized).replaceAll("$1" + Masking.SECRET);
    return SAID.matcher(named)
        .replaceAll(
            found ->
                found.group(1) == null
                    ? Matcher.quoteReplacement(found.group(2)) + Masking.SECRET
                    : Matcher.quoteReplacement(found.group(1)) + "'" + Masking.SECRET + "'");
  }
}
