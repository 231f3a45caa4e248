package io.schemamemory.ddl.mysql.token;

import io.debezium.antlr.CaseChangingCharStream;
import io.schemamemory.domain.ddl.Understanding.Reason;
import org.antlr.v4.runtime.CharStreams;

/// A statement's characters, keywords in any case, read a bounded number of times.
///
/// The lexer searches for the end of a comment or string again from each beginning: many beginnings
/// without an end take time quadratic in the length.
final class BoundedCharacters extends CaseChangingCharStream {
  private static final int READINGS = 8;

  private long left;

  BoundedCharacters(String text) {
    super(CharStreams.fromString(text), true);
    left = (long) READINGS * (text.length() + 1);
  }

  @Override
  public void consume() {
    if (--left < 0) {
      throw new UnreadDdlException(Reason.TOO_INVOLVED);
    }
    super.consume();
  }
}
