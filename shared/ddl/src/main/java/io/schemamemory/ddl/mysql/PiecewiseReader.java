package io.schemamemory.ddl.mysql;

import io.debezium.ddl.parser.mysql.generated.MySqlLexer;
import io.schemamemory.ddl.mysql.token.Clauses;
import io.schemamemory.ddl.mysql.token.Parts;
import io.schemamemory.ddl.mysql.token.Statements;
import io.schemamemory.ddl.mysql.token.UnreadDdlException;
import io.schemamemory.ddl.mysql.token.WrittenText;
import io.schemamemory.domain.ddl.SchemaChange;
import io.schemamemory.domain.ddl.SchemaChange.ClauseNotUnderstood;
import io.schemamemory.domain.ddl.TableName;
import java.util.List;
import org.antlr.v4.runtime.CommonToken;
import org.jspecify.annotations.Nullable;

/// Reads a text that cannot be read as a whole, statement by statement and clause by clause, so
/// that one clause nobody can read does not hide what the others do. All of it shares one effort.
final class PiecewiseReader {
  /// A table has 4096 columns at most.
  private static final int MOST_PIECES = 5_000;

  /// The steps that preparing a parser takes the time of.
  private static final int PIECE = 100;

  private final Effort effort = new Effort();
  private final StatementParser parser;
  private final @Nullable String keyspace;

  PiecewiseReader(StatementParser parser, @Nullable String keyspace) {
    this.parser = parser;
    this.keyspace = keyspace;
  }

  /// What can be read, and a [ClauseNotUnderstood] for each piece that cannot.
  ///
  /// @param whole why the whole cannot be read
  List<SchemaChange> read(List<CommonToken> tokens, UnreadDdlException whole) {
    List<List<CommonToken>> statements = Statements.of(tokens);
    if (isTooMany(statements)) {
      return List.of();
    }
    return statements.size() == 1
        ? clauses(statements.getFirst(), whole)
        : statements.stream().flatMap(statement -> statement(statement).stream()).toList();
  }

  private List<SchemaChange> statement(List<CommonToken> statement) {
    try {
      return parse(statement);
    } catch (UnreadDdlException unread) {
      return clauses(statement, unread);
    }
  }

  private List<SchemaChange> clauses(List<CommonToken> statement, UnreadDdlException unread) {
    Clauses clauses = Clauses.of(statement);
    List<SchemaChange> changes =
        clauses == null || isTooMany(clauses.clauses()) ? List.of() : clauses(clauses, unread);
    boolean nothing = changes.stream().allMatch(ClauseNotUnderstood.class::isInstance);
    return nothing ? List.of(notUnderstood(null, statement, unread)) : changes;
  }

  private List<SchemaChange> clauses(Clauses clauses, UnreadDdlException unread) {
    if (!clauses.footer().isEmpty()) {
      return new PiecewiseTable(this, clauses).read(unread);
    }
    List<List<CommonToken>> all = clauses.clauses();
    if (all.isEmpty() || (all.size() == 1 && clauses.within(all.getFirst()) == null)) {
      // One clause has just been tried.
      return List.of();
    }
    TableName table = table(clauses);
    List<SchemaChange> changes = parts(clauses, all, table, unread);
    return table == null ? changes : changes.stream().sorted(AlterChanges.RENAMES_LAST).toList();
  }

  /// None if each clause names its own.
  private @Nullable TableName table(Clauses clauses) {
    try {
      List<CommonToken> any = List.of(new CommonToken(MySqlLexer.FORCE, ""));
      return parse(clauses.alone(List.of(any))).stream()
          .map(SchemaChange::table)
          .findFirst()
          .orElse(null);
    } catch (UnreadDdlException noTable) {
      return null;
    }
  }

  private List<SchemaChange> parts(
      Clauses clauses,
      List<List<CommonToken>> some,
      @Nullable TableName table,
      UnreadDdlException unread) {
    return some.size() < 2
        ? some.stream().flatMap(one -> one(clauses, one, table, unread).stream()).toList()
        : Parts.of(some, unread.reason()).stream()
            .flatMap(part -> some(clauses, part, table).stream())
            .toList();
  }

  private List<SchemaChange> some(
      Clauses clauses, List<List<CommonToken>> some, @Nullable TableName table) {
    try {
      return parse(clauses.alone(some));
    } catch (UnreadDdlException unread) {
      return parts(clauses, some, table, unread);
    }
  }

  private List<SchemaChange> one(
      Clauses clauses,
      List<CommonToken> clause,
      @Nullable TableName table,
      UnreadDdlException unread) {
    Clauses within = clauses.within(clause);
    if (within != null && within.clauses().size() > 1) {
      return some(within, within.clauses(), table);
    }
    List<CommonToken> text = table == null ? clauses.alone(List.of(clause)) : clause;
    return List.of(notUnderstood(table, text, unread));
  }

  List<SchemaChange> parse(List<CommonToken> statement) {
    effort.nextPiece();
    effort.spend(PIECE);
    return parser.parse(statement, keyspace, effort);
  }

  private static boolean isTooMany(List<?> pieces) {
    return pieces.size() > MOST_PIECES;
  }

  static SchemaChange notUnderstood(
      @Nullable TableName table, List<CommonToken> tokens, UnreadDdlException unread) {
    return new ClauseNotUnderstood(table, WrittenText.withoutStrings(tokens), unread.reason());
  }
}
