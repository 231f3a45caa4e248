package io.schemamemory.domain.observation;

import io.schemamemory.domain.event.DdlStatement;
import java.util.List;

/// Says what a deploy request changes: `ALTER on customers (data may be lost)`.
public final class Changes {
  /// More statements than this are counted, not named: an entry stays one sentence.
  private static final int NAMED = 5;

  private Changes() {}

  /// Adds the changes after a lead-in such as `: `; adds nothing when none is known yet.
  public static EntryText add(EntryText text, String leadIn, List<DdlStatement> statements) {
    EntryText told = text;
    String separator = leadIn;
    for (DdlStatement statement : statements.subList(0, Math.min(NAMED, statements.size()))) {
      told = name(told.words(separator), statement);
      separator = ", ";
    }
    int more = statements.size() - NAMED;
    return more > 0 ? told.words(" and " + more + " more") : told;
  }

  private static EntryText name(EntryText text, DdlStatement statement) {
    String operation = statement.operation();
    EntryText told = operation == null ? text.words("a change") : text.quoted(operation);
    String table = statement.table();
    if (table != null) {
      told = told.words(" on ").quoted(table);
    }
    return told.words(warning(statement));
  }

  private static String warning(DdlStatement statement) {
    if (statement.canDropData()) {
      return statement.tableRecentlyUsed()
          ? " (data may be lost; the table was in use)"
          : " (data may be lost)";
    }
    return statement.tableRecentlyUsed() ? " (the table was in use)" : "";
  }
}
