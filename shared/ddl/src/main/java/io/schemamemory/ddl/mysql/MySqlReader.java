package io.schemamemory.ddl.mysql;

import io.debezium.ddl.parser.mysql.generated.MySqlParser;
import io.schemamemory.domain.ddl.SchemaChange;
import io.schemamemory.domain.ddl.Understanding;
import io.schemamemory.domain.ddl.Understanding.NotUnderstood;
import io.schemamemory.domain.ddl.Understanding.Reason;
import io.schemamemory.domain.ddl.Understanding.Understood;
import java.util.ArrayList;
import java.util.List;
import org.antlr.v4.runtime.BailErrorStrategy;
import org.antlr.v4.runtime.CommonToken;
import org.antlr.v4.runtime.CommonTokenStream;
import org.antlr.v4.runtime.ListTokenSource;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.misc.ParseCancellationException;
import org.jspecify.annotations.Nullable;

/// Reads MySQL with Debezium's used.
public final class MySqlReader {
  private volatile ParserCache cache = new ParserCache();

  public Understanding read(@Nullable String keyspace, String text) {
    try {
      return new Understood(changes(keyspace, text));
    } catch (UnreadDdlException refused) {
      return new NotUnderstood(refused.reason());
    } catch (ParseCancellationException notOfTheGrammar) {
      return new NotUnderstood(Reason.SYNTAX);
    } catch (StackOverflowError tooDeep) {
      // It may have interrupted an update of the cache, which may be inconsistent now.
      cache = new ParserCache();
      return new NotUnderstood(Reason.TOO_INVOLVED);
    } catch (RuntimeException mistake) {
      return new NotUnderstood(Reason.READER_FAILED);
    }
  }

  private List<SchemaChange> changes(@Nullable String keyspace, String text) {
    CommonTokenStream tokens = tokens(text);
    ParserCache used = cache;
    MySqlParser parser = used.attach(new MySqlParser(tokens));
    parser.removeErrorListeners();
    parser.setErrorHandler(new BailErrorStrategy());
    try {
      return statements(parser, new MySqlWords(tokens, keyspace));
    } finally {
      if (used.isFull()) {
        cache = new ParserCache();
      }
    }
  }

  private static CommonTokenStream tokens(String text) {
    List<CommonToken> tokens = MySqlTokens.of(text);
    if (MySqlTokens.seen(tokens).isEmpty()) {
      throw new UnreadDdlException(Reason.EMPTY);
    }
    ExpressionSkipper.queries(MySqlTokens.seen(tokens));
    ExpressionSkipper.expressions(MySqlTokens.seen(tokens));
    GrammarPatches.apply(MySqlTokens.seen(tokens), tokens);
    CommonTokenStream stream = new CommonTokenStream(new ListTokenSource(tokens));
    stream.fill();
    return stream;
  }

  private static List<SchemaChange> statements(MySqlParser parser, MySqlWords words) {
    List<SchemaChange> changes = new ArrayList<>();
    while (parser.getInputStream().LA(1) != Token.EOF) {
      if (parser.getInputStream().LA(1) != MySqlParser.SEMI) {
        changes.addAll(new StatementChanges(words).of(parser.sqlStatement()));
      }
      if (parser.getInputStream().LA(1) != Token.EOF) {
        separate(parser);
      }
    }
    return changes;
  }

  private static void separate(MySqlParser parser) {
    if (parser.getInputStream().LA(1) != MySqlParser.SEMI) {
      throw new UnreadDdlException(Reason.SYNTAX);
    }
    parser.getInputStream().consume();
  }
}
