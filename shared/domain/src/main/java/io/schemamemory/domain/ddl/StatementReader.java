package io.schemamemory.domain.ddl;

import io.schemamemory.domain.ddl.Understanding.NotUnderstood;
import io.schemamemory.domain.ddl.Understanding.Reason;
import io.schemamemory.domain.event.DdlStatement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/// Reads the statements of deploy requests, each once for a while: every milestone repeats them.
public final class StatementReader {
  /// In characters, of one deploy request, so that none takes all the time of a run. Counted by its
  /// own statements alone: what is understood must not depend on what else there is to read.
  private static final int MOST_EFFORT = 1_000_000;

  /// The effort of a statement that is given up, which takes as long as a very long one.
  private static final int GIVEN_UP = 100_000;

  private static final int MOST_CHARACTERS_KEPT = 2_000_000;

  private final Map<DdlStatement, Understanding> known = new HashMap<>();
  private final Function<DdlStatement, Understanding> reading;
  private int kept;

  /// @param reading how a statement is understood
  public StatementReader(Function<DdlStatement, Understanding> reading) {
    this.reading = reading;
  }

  /// The statements of one deploy request, in their order.
  public synchronized List<ReadStatement> read(List<DdlStatement> statements) {
    List<ReadStatement> read = new ArrayList<>();
    long effort = 0;
    for (DdlStatement statement : statements) {
      effort += statement.ddl().length();
      Understanding understanding =
          effort > MOST_EFFORT ? new NotUnderstood(Reason.TOO_LONG) : understanding(statement);
      effort += understanding.equals(new NotUnderstood(Reason.TOO_INVOLVED)) ? GIVEN_UP : 0;
      read.add(new ReadStatement(statement, understanding));
    }
    return read;
  }

  private Understanding understanding(DdlStatement statement) {
    Understanding before = known.get(statement);
    if (before != null) {
      return before;
    }
    kept += statement.ddl().length();
    if (kept > MOST_CHARACTERS_KEPT) {
      known.clear();
      kept = statement.ddl().length();
    }
    Understanding understanding = reading.apply(statement);
    known.put(statement, understanding);
    return understanding;
  }
}
