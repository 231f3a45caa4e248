package io.schemamemory.ddl.mysql;

import io.debezium.ddl.parser.mysql.generated.MySqlLexer;
import io.debezium.ddl.parser.mysql.generated.MySqlParser.FullIdContext;
import io.debezium.ddl.parser.mysql.generated.MySqlParser.TableNameContext;
import io.debezium.ddl.parser.mysql.generated.MySqlParser.UidContext;
import io.debezium.ddl.parser.mysql.generated.MySqlParser.UidListContext;
import io.schemamemory.ddl.mysql.token.WrittenText;
import io.schemamemory.domain.ddl.TableName;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.antlr.v4.runtime.CommonTokenStream;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.Token;
import org.jspecify.annotations.Nullable;

/// The names and texts of a statement.
///
/// @param keyspace of names that give none
record MySqlWords(CommonTokenStream tokens, @Nullable String keyspace) {
  TableName table(TableNameContext table) {
    return table(table.fullId());
  }

  TableName table(FullIdContext id) {
    String first = name(id.uid(0));
    if (id.DOT_ID() != null) {
      return new TableName(first, unquoted(id.DOT_ID().getText().substring(1)));
    }
    return id.uid().size() > 1
        ? new TableName(first, name(id.uid(1)))
        : new TableName(keyspace, first);
  }

  String name(UidContext id) {
    return unquoted(id.getText());
  }

  @Nullable String nameOrNull(@Nullable UidContext id) {
    return id == null ? null : name(id);
  }

  List<String> names(@Nullable UidListContext ids) {
    return ids == null ? List.of() : ids.uid().stream().map(this::name).toList();
  }

  /// Without its quotes; a quote in a quoted name is written twice.
  static String unquoted(String name) {
    char quote = name.charAt(0);
    if (name.length() < 2 || (quote != '`' && quote != '"' && quote != '\'')) {
      return name;
    }
    String inner = name.substring(1, name.length() - 1);
    return inner.replace(String.valueOf(quote).repeat(2), String.valueOf(quote));
  }

  /// A part of the statement as written, without comments, with single spaces.
  String written(ParserRuleContext part) {
    return written(part.getStart().getTokenIndex(), end(part));
  }

  /// The rest of a part, after another part that it begins with.
  String writtenAfter(ParserRuleContext beginning, ParserRuleContext part) {
    return written(end(beginning), end(part));
  }

  /// The text between two tokens.
  String writtenBetween(Token from, Token to) {
    return written(from.getTokenIndex() + 1, to.getTokenIndex());
  }

  /// The rest of a part, after a token.
  String writtenAfter(Token token, ParserRuleContext part) {
    return written(token.getTokenIndex() + 1, end(part));
  }

  /// Whether these words stand behind a token, though the parser may not see them.
  boolean follows(Token token, String... words) {
    return tokens.getTokens().stream()
        .skip(token.getTokenIndex() + 1L)
        .filter(next -> !WrittenText.isBlank(next))
        .limit(words.length)
        .map(next -> next.getText().toUpperCase(Locale.ROOT))
        .toList()
        .equals(List.of(words));
  }

  private String written(int from, int end) {
    return WrittenText.of(tokens.getTokens().subList(from, end));
  }

  /// The start of the next token the parser sees: hidden tokens before it belong to the part.
  private int end(ParserRuleContext part) {
    int next = part.getStop().getTokenIndex() + 1;
    while (tokens.get(next).getChannel() != Token.DEFAULT_CHANNEL) {
      next++;
    }
    return next;
  }

  /// The keywords a part begins with, two at most: `CREATE TRIGGER`; brackets before them aside.
  String kind(ParserRuleContext part) {
    return IntStream.rangeClosed(part.getStart().getTokenIndex(), part.getStop().getTokenIndex())
        .mapToObj(tokens::get)
        .filter(token -> token.getChannel() == Token.DEFAULT_CHANNEL)
        .dropWhile(token -> token.getType() == MySqlLexer.LR_BRACKET)
        .limit(2)
        .takeWhile(MySqlWords::isKeyword)
        .map(token -> token.getText().toUpperCase(Locale.ROOT))
        .collect(Collectors.joining(" "));
  }

  private static boolean isKeyword(Token token) {
    return token.getType() != MySqlLexer.ID
        && token.getText().chars().allMatch(c -> Character.isLetter(c) || c == '_');
  }
}
