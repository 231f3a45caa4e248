package io.schemamemory.domain.ddl;

import io.schemamemory.domain.ddl.Understanding.NotUnderstood;
import io.schemamemory.domain.ddl.Understanding.Reason;
import io.schemamemory.domain.event.DdlStatement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/// Reads the statements of deploy requests and caches the results: every milestone repeats them.
public final class StatementReader {
  /// In characters, of one deploy request, so that none takes all the time of a run. Counts its own
  /// statements only: the result must not depend on what else is in the batch.
  private static final int MOST_EFFORT = 1_000_000;

  /// The effort of a statement that is given up, which takes as long as a very long one.
  private static final int GIVEN_UP = 100_000;

  private static final int MOST_CHARACTERS_CACHED = 2_000_000;

  private final Map<DdlStatement, Understanding> cache = new HashMap<>();
  private final Function<DdlStatement, Understanding> reading;
  private final long mostCharacters;
  private long characters;

  /// @param reading how a statement is understood
  public StatementReader(Function<DdlStatement, Understanding> reading) {
    this(reading, MOST_CHARACTERS_CACHED);
  }

  private StatementReader(Function<DdlStatement, Understanding> reading, long mostCharacters) {
    this.reading = reading;
    this.mostCharacters = mostCharacters;
  }

  /// A reader on top of this one that evicts nothing, so that a statement read before a transaction
  /// is not read again within it. For one batch only.
  public StatementReader forOneBatch() {
    return new StatementReader(this::understanding, Long.MAX_VALUE);
  }

  /// The statements of one deploy request, in their order.
  public synchronized List<ReadStatement> read(List<DdlStatement> statements) {
    List<ReadStatement> read = new ArrayList<>();
    long effort = 0;
    for (DdlStatement statement : statements) {
      effort += statement.ddl().length();
      Understanding understanding =
          effort > MOST_EFFORT ? new NotUnderstood(Reason.TOO_LONG) : understanding(statement);
      effort += understanding.isGivenUp() ? GIVEN_UP : 0;
      read.add(new ReadStatement(statement, understanding));
    }
    return read;
  }

  private synchronized Understanding understanding(DdlStatement statement) {
    Understanding cached = cache.get(statement);
    if (cached != null) {
      return cached;
    }
    characters += statement.ddl().length();
    if (characters > mostCharacters) {
      cache.clear();
      characters = statement.ddl().length();
    }
    Understanding understanding = reading.apply(statement);
    cache.put(statement, understanding);
    return understanding;
  }
}
