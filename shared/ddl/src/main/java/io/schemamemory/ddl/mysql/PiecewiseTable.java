package io.schemamemory.ddl.mysql;

import io.schemamemory.ddl.mysql.token.Clauses;
import io.schemamemory.ddl.mysql.token.Parts;
import io.schemamemory.ddl.mysql.token.UnreadDdlException;
import io.schemamemory.domain.ddl.SchemaChange;
import io.schemamemory.domain.ddl.SchemaChange.TableCreated;
import io.schemamemory.domain.ddl.Understanding.Reason;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.antlr.v4.runtime.CommonToken;
import org.jspecify.annotations.Nullable;

/// Reads a new table definition by definition, and puts together what can be read.
final class PiecewiseTable {
  private record Unread(List<CommonToken> tokens, UnreadDdlException reason) {}

  private final List<Unread> unread = new ArrayList<>();
  private final PiecewiseReader reader;
  private final Clauses definitions;
  private @Nullable TableCreated table;
  private List<CommonToken> readable = List.of();

  PiecewiseTable(PiecewiseReader reader, Clauses definitions) {
    this.reader = reader;
    this.definitions = definitions;
  }

  /// Empty if nothing can be read.
  List<SchemaChange> read(UnreadDdlException whole) {
    split(definitions.clauses(), whole);
    TableCreated read = table;
    if (read == null) {
      return List.of();
    }
    List<SchemaChange> changes = new ArrayList<>();
    changes.add(withOptions(read));
    unread.forEach(
        one ->
            changes.add(PiecewiseReader.notUnderstood(read.table(), one.tokens(), one.reason())));
    return changes;
  }

  private void add(List<List<CommonToken>> some) {
    try {
      TableCreated read = created(definitions.alone(some));
      TableCreated before = table;
      table = before == null ? read : joined(before, read);
      readable = some.getFirst();
    } catch (UnreadDdlException reason) {
      if (some.size() == 1) {
        unread.add(new Unread(some.getFirst(), reason));
      } else {
        split(some, reason);
      }
    }
  }

  private void split(List<List<CommonToken>> some, UnreadDdlException reason) {
    Parts.of(some, reason.reason()).forEach(this::add);
  }

  /// Options, and how the table is partitioned.
  private TableCreated withOptions(TableCreated read) {
    try {
      TableCreated one = created(definitions.withRest(readable));
      return new TableCreated(
          read.table(),
          read.columns(),
          read.indexes(),
          read.constraints(),
          one.options(),
          one.partitioning());
    } catch (UnreadDdlException reason) {
      unread.add(new Unread(definitions.rest(), reason));
      return read;
    }
  }

  private TableCreated created(List<CommonToken> statement) {
    return reader.parse(statement).stream()
        .filter(TableCreated.class::isInstance)
        .map(TableCreated.class::cast)
        .findFirst()
        .orElseThrow(() -> new UnreadDdlException(Reason.SYNTAX));
  }

  private static TableCreated joined(TableCreated one, TableCreated other) {
    return new TableCreated(
        one.table(),
        joined(one.columns(), other.columns()),
        joined(one.indexes(), other.indexes()),
        joined(one.constraints(), other.constraints()),
        List.of(),
        null);
  }

  private static <T> List<T> joined(List<T> one, List<T> other) {
    return Stream.concat(one.stream(), other.stream()).toList();
  }
}
