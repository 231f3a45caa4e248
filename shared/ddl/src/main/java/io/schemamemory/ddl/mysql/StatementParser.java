package io.schemamemory.ddl.mysql;

import io.debezium.ddl.parser.mysql.generated.MySqlParser;
import io.schemamemory.ddl.mysql.token.UnreadDdlException;
import io.schemamemory.domain.ddl.SchemaChange;
import io.schemamemory.domain.ddl.Understanding.Reason;
import java.util.ArrayList;
import java.util.List;
import org.antlr.v4.runtime.BailErrorStrategy;
import org.antlr.v4.runtime.CommonToken;
import org.antlr.v4.runtime.CommonTokenStream;
import org.antlr.v4.runtime.ListTokenSource;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.misc.ParseCancellationException;
import org.jspecify.annotations.Nullable;

/// Parses statements with Debezium's grammar into their changes.
final class StatementParser {
  /// A stack overflow takes as long as so many steps, and costs what the parser has learned.
  private static final int OVERFLOW = 50_000;

  private volatile ParserCache cache = new ParserCache();

  /// @throws UnreadDdlException whatever the reason
  List<SchemaChange> parse(List<CommonToken> statements, @Nullable String keyspace, Effort effort) {
    try {
      return changes(statements, keyspace, effort);
    } catch (ParseCancellationException notOfTheGrammar) {
      throw new UnreadDdlException(Reason.SYNTAX);
    } catch (StackOverflowError tooDeep) {
      // It may have interrupted an update of the cache, which may be inconsistent now.
      cache = new ParserCache();
      effort.spend(OVERFLOW);
      throw new UnreadDdlException(Reason.TOO_INVOLVED);
    }
  }

  private List<SchemaChange> changes(
      List<CommonToken> statements, @Nullable String keyspace, Effort effort) {
    CommonTokenStream tokens = new CommonTokenStream(new ListTokenSource(statements));
    tokens.fill();
    ParserCache used = cache;
    MySqlParser parser = used.attach(new MySqlParser(tokens), effort);
    parser.removeErrorListeners();
    parser.setErrorHandler(new BailErrorStrategy());
    try {
      return changes(parser, new MySqlWords(tokens, keyspace));
    } catch (UnreadDdlException | ParseCancellationException unread) {
      throw unread;
    } catch (RuntimeException mistake) {
      throw new UnreadDdlException(Reason.READER_FAILED);
    } finally {
      if (used.isFull()) {
        cache = new ParserCache();
      }
    }
  }

  private static List<SchemaChange> changes(MySqlParser parser, MySqlWords words) {
    List<SchemaChange> changes = new ArrayList<>();
    while (parser.getInputStream().LA(1) != Token.EOF) {
      if (parser.getInputStream().LA(1) != MySqlParser.SEMI) {
        changes.addAll(statement(parser, words));
      }
      if (parser.getInputStream().LA(1) != Token.EOF) {
        separate(parser);
      }
    }
    return changes;
  }

  private static List<? extends SchemaChange> statement(MySqlParser parser, MySqlWords words) {
    return Vschema.isNext(parser.getTokenStream())
        ? List.of(new Vschema(words).read(parser.getTokenStream()))
        : new StatementChanges(words).of(parser.sqlStatement());
  }

  private static void separate(MySqlParser parser) {
    if (parser.getInputStream().LA(1) != MySqlParser.SEMI) {
      throw new UnreadDdlException(Reason.SYNTAX);
    }
    parser.getInputStream().consume();
  }
}
