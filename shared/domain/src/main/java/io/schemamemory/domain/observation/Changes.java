package io.schemamemory.domain.observation;

import io.schemamemory.domain.ddl.ChangePhrase;
import io.schemamemory.domain.ddl.ReadStatement;
import io.schemamemory.domain.event.DdlStatement;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// Words what a deploy request changes: `drops column fax from customers (data may be lost)`; of a
/// statement that is not understood, what PlanetScale says of it: `ALTER on customers`.
public final class Changes {
  /// More changes than this are counted, not named: an entry stays one sentence.
  private static final int NAMED = 5;

  /// @param of the statement that makes it
  /// @param last whether the statement makes no other after it
  private record Change(String phrase, DdlStatement of, boolean last) {
    String text() {
      return last ? phrase + warning(of) : phrase;
    }
  }

  private Changes() {}

  /// Adds the changes after a lead-in such as `: `; adds nothing while none is known.
  public static EntryText add(EntryText text, String leadIn, List<ReadStatement> statements) {
    List<Change> all = statements.stream().flatMap(Changes::of).toList();
    if (all.isEmpty()) {
      return text;
    }
    List<Change> named = all.subList(0, Math.min(NAMED, all.size()));
    return text.words(leadIn)
        .quoted(named.stream().map(Change::text).collect(Collectors.joining("; ")))
        .words(more(all.subList(named.size(), all.size())));
  }

  private static Stream<Change> of(ReadStatement read) {
    DdlStatement statement = read.statement();
    List<String> phrases =
        read.changes().isEmpty()
            ? List.of(phrase(statement))
            : read.changes().stream().map(ChangePhrase::of).toList();
    return IntStream.range(0, phrases.size())
        .mapToObj(i -> new Change(phrases.get(i), statement, i == phrases.size() - 1));
  }

  private static String phrase(DdlStatement statement) {
    String operation = statement.operation() == null ? "a change" : statement.operation();
    return statement.table() == null ? operation : operation + " on " + statement.table();
  }

  private static String more(List<Change> counted) {
    if (counted.isEmpty()) {
      return "";
    }
    boolean loss = counted.stream().anyMatch(change -> change.of().canDropData());
    return " and " + counted.size() + " more" + (loss ? " (data may be lost)" : "");
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
