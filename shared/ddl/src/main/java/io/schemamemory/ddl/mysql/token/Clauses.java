package io.schemamemory.ddl.mysql.token;

import io.debezium.ddl.parser.mysql.generated.MySqlLexer;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.antlr.v4.runtime.CommonToken;
import org.antlr.v4.runtime.Token;
import org.jspecify.annotations.Nullable;

/// A statement cut into clauses that can be read one by one.
///
/// @param header what stands before each: `alter table t`
/// @param clauses what is between commas outside brackets
/// @param footer what stands behind each: the bracket that ends a new table's definitions
/// @param rest what follows the footer: a new table's options
public record Clauses(
    List<CommonToken> header,
    List<List<CommonToken>> clauses,
    List<CommonToken> footer,
    List<CommonToken> rest) {
  /// Some of the clauses as a statement of their own.
  public List<CommonToken> alone(List<List<CommonToken>> some) {
    return Stream.of(header, joined(some), footer).flatMap(List::stream).toList();
  }

  /// A statement with one clause only, and what follows the clauses.
  public List<CommonToken> withRest(List<CommonToken> clause) {
    return Stream.of(header, clause, footer, rest).flatMap(List::stream).toList();
  }

  private static List<CommonToken> joined(List<List<CommonToken>> some) {
    List<CommonToken> joined = new ArrayList<>();
    for (List<CommonToken> clause : some) {
      if (!joined.isEmpty()) {
        joined.add(new CommonToken(MySqlLexer.COMMA, ","));
      }
      joined.addAll(clause);
    }
    return joined;
  }

  /// Null if a statement of this kind has no clauses.
  public static @Nullable Clauses of(List<CommonToken> statement) {
    int start = Headers.end(statement);
    if (start < 0) {
      return null;
    }
    int bracket = Headers.next(statement, start);
    boolean creates = Headers.type(statement, Headers.next(statement, 0)) == MySqlLexer.CREATE;
    return creates ? bracketed(statement, bracket) : list(statement, start);
  }

  /// `add (a int, b int)` behind its header; null if a clause is another.
  public @Nullable Clauses within(List<CommonToken> clause) {
    int add = Headers.next(clause, 0);
    int column = Headers.next(clause, add + 1);
    int bracket =
        Headers.type(clause, column) == MySqlLexer.COLUMN
            ? Headers.next(clause, column + 1)
            : column;
    Clauses inner = Headers.type(clause, add) == MySqlLexer.ADD ? bracketed(clause, bracket) : null;
    return inner == null
        ? null
        : new Clauses(
            Stream.concat(header.stream(), inner.header.stream()).toList(),
            inner.clauses,
            inner.footer,
            inner.rest);
  }

  private static Clauses list(List<CommonToken> statement, int start) {
    List<CommonToken> rest = statement.subList(start, statement.size());
    return new Clauses(statement.subList(0, start), cut(rest), List.of(), List.of());
  }

  /// Null if no bracket stands there, or none closes it.
  private static @Nullable Clauses bracketed(List<CommonToken> tokens, int bracket) {
    if (Headers.type(tokens, bracket) != MySqlLexer.LR_BRACKET) {
      return null;
    }
    int close = close(tokens, bracket);
    return close < 0
        ? null
        : new Clauses(
            tokens.subList(0, bracket + 1),
            cut(tokens.subList(bracket + 1, close)),
            tokens.subList(close, close + 1),
            tokens.subList(close + 1, tokens.size()));
  }

  private static int close(List<CommonToken> tokens, int bracket) {
    int depth = 0;
    for (int i = bracket; i < tokens.size(); i++) {
      depth += step(tokens.get(i));
      if (depth == 0) {
        return i;
      }
    }
    return -1;
  }

  private static List<List<CommonToken>> cut(List<CommonToken> tokens) {
    List<List<CommonToken>> clauses = new ArrayList<>();
    int depth = 0;
    int start = 0;
    for (int i = 0; i < tokens.size(); i++) {
      depth = Math.max(0, depth + step(tokens.get(i)));
      if (depth == 0 && isSeen(tokens.get(i), MySqlLexer.COMMA) && !goesOn(tokens, start, i + 1)) {
        clauses.add(tokens.subList(start, i));
        start = i + 1;
      } else if (depth == 0 && i > start && beginsPartitioning(tokens, i)) {
        clauses.add(tokens.subList(start, i));
        start = i;
      }
    }
    clauses.add(tokens.subList(start, tokens.size()));
    return clauses.stream().filter(clause -> Headers.next(clause, 0) < clause.size()).toList();
  }

  /// `drop partition p1, p2`, `reorganize partition p1, p2 into (...)`: names of the same clause.
  private static boolean goesOn(List<CommonToken> tokens, int clause, int from) {
    int first = Headers.next(tokens, clause);
    int name = Headers.next(tokens, from);
    return Headers.type(tokens, Headers.next(tokens, first + 1)) == MySqlLexer.PARTITION
        && name < tokens.size()
        && endsNames(Headers.type(tokens, Headers.next(tokens, name + 1)));
  }

  private static boolean endsNames(int type) {
    return switch (type) {
      case Token.EOF, MySqlLexer.COMMA, MySqlLexer.INTO, MySqlLexer.TABLESPACE -> true;
      default -> false;
    };
  }

  /// `partition by` needs no comma before it.
  private static boolean beginsPartitioning(List<CommonToken> tokens, int place) {
    return isSeen(tokens.get(place), MySqlLexer.PARTITION)
        && Headers.type(tokens, Headers.next(tokens, place + 1)) == MySqlLexer.BY;
  }

  private static int step(Token token) {
    return isSeen(token, MySqlLexer.LR_BRACKET) ? 1 : isSeen(token, MySqlLexer.RR_BRACKET) ? -1 : 0;
  }

  private static boolean isSeen(Token token, int type) {
    return token.getType() == type && MySqlTokens.isSeen(token);
  }
}
