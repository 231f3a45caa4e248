package io.schemamemory.domain.observation;

import io.schemamemory.domain.ddl.ReadStatement;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Words what a deploy request changes: `drops column fax from customers (data may be lost)`; of a
/// statement that is not understood, what PlanetScale says of it: `ALTER on customers`.
public final class Changes {
  /// More changes than this are counted, not named: an entry stays one sentence.
  private static final int NAMED = 5;

  private Changes() {}

  /// Adds the changes after a lead-in such as `: `; adds nothing while none is known.
  public static EntryText add(EntryText text, String leadIn, List<ReadStatement> statements) {
    List<ToldChange> all = statements.stream().flatMap(ToldChange::of).toList();
    if (all.isEmpty()) {
      return text;
    }
    boolean severalKeyspaces = severalKeyspaces(statements);
    List<ToldChange> named = all.subList(0, Math.min(NAMED, all.size()));
    return text.words(leadIn)
        .quoted(
            named.stream()
                .map(change -> change.text(severalKeyspaces))
                .collect(Collectors.joining("; ")))
        .words(more(all.subList(named.size(), all.size())));
  }

  /// Whether a table's name alone may mean several tables.
  public static boolean severalKeyspaces(List<ReadStatement> statements) {
    Stream<String> all =
        statements.stream()
            .flatMap(ToldChange::of)
            .map(change -> Objects.requireNonNullElse(change.keyspace(), ""));
    return all.distinct().limit(2).count() > 1;
  }

  private static String more(List<ToldChange> counted) {
    if (counted.isEmpty()) {
      return "";
    }
    boolean loss = counted.stream().anyMatch(change -> change.warning().loss());
    boolean unknown = counted.stream().anyMatch(change -> change.warning().unknown());
    String warning =
        loss ? " (data may be lost)" : unknown ? " (" + ToldChange.Warning.UNKNOWN + ")" : "";
    return " and " + counted.size() + " more" + warning;
  }
}
