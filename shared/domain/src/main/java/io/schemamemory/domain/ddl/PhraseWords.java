package io.schemamemory.domain.ddl;

import io.schemamemory.domain.event.Beginning;
import io.schemamemory.domain.event.PlainText;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// The pieces of a [ChangePhrase] that come from a statement, made plain and short.
final class PhraseWords {
  /// A name has at most 64 characters; an enum's values or a comment may be of any length.
  private static final int LONGEST = 80;

  private static final int LISTED = 5;

  private PhraseWords() {}

  static String plain(String text) {
    String plain = PlainText.of(text);
    return Beginning.isLonger(plain, LONGEST)
        ? Beginning.ofLetters(plain, LONGEST - 1) + "…"
        : plain;
  }

  static String plain(TableName table) {
    return plain(table.name());
  }

  static String plain(Column column) {
    return plain(column.name()) + " " + plain(column.type());
  }

  static String plain(TableOption option) {
    return plain(option.name()) + " " + plain(option.value());
  }

  static String plain(Index index) {
    String kind =
        index.kind() == Index.Kind.PLAIN ? "" : index.kind().name().toLowerCase(Locale.ROOT) + " ";
    return kind
        + "index"
        + named(index.name())
        + " ("
        + listed(index.parts(), PhraseWords::plain)
        + ")";
  }

  static String named(@Nullable String name) {
    return name == null ? "" : " " + plain(name);
  }

  static String counted(int number, String what) {
    return number + " " + what + (number == 1 ? "" : "s");
  }

  /// More than a few are counted, not named: a phrase stays a phrase.
  static <T> String listed(List<T> all, Function<T, String> plain) {
    String few = all.stream().limit(LISTED).map(plain).collect(Collectors.joining(", "));
    return all.size() > LISTED ? few + " and " + (all.size() - LISTED) + " more" : few;
  }
}
