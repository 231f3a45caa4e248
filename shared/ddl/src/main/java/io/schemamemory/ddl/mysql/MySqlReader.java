package io.schemamemory.ddl.mysql;

import io.schemamemory.ddl.mysql.token.MySqlTokens;
import io.schemamemory.ddl.mysql.token.UnreadDdlException;
import io.schemamemory.domain.ddl.SchemaChange;
import io.schemamemory.domain.ddl.SchemaChange.ClauseNotUnderstood;
import io.schemamemory.domain.ddl.Understanding;
import io.schemamemory.domain.ddl.Understanding.NotUnderstood;
import io.schemamemory.domain.ddl.Understanding.Reason;
import io.schemamemory.domain.ddl.Understanding.Understood;
import java.util.List;
import org.antlr.v4.runtime.CommonToken;
import org.jspecify.annotations.Nullable;

/// Reads MySQL: a text as a whole, or clause by clause where the whole cannot be read.
public final class MySqlReader {
  private final StatementParser parser = new StatementParser();

  public Understanding read(@Nullable String keyspace, String text) {
    try {
      return read(keyspace, MySqlTokens.of(text));
    } catch (UnreadDdlException refused) {
      return new NotUnderstood(refused.reason());
    } catch (RuntimeException mistake) {
      return new NotUnderstood(Reason.READER_FAILED);
    }
  }

  private Understanding read(@Nullable String keyspace, List<CommonToken> tokens) {
    try {
      return new Understood(parser.parse(tokens, keyspace, new Effort()));
    } catch (UnreadDdlException whole) {
      List<SchemaChange> changes = new PiecewiseReader(parser, keyspace).read(tokens, whole);
      boolean nothing = changes.stream().allMatch(ClauseNotUnderstood.class::isInstance);
      return nothing ? new NotUnderstood(whole.reason()) : new Understood(changes);
    }
  }
}
