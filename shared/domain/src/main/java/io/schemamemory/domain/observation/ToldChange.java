package io.schemamemory.domain.observation;

import io.schemamemory.domain.ddl.ChangePhrase;
import io.schemamemory.domain.ddl.DataLoss;
import io.schemamemory.domain.ddl.ReadStatement;
import io.schemamemory.domain.ddl.SchemaChange;
import io.schemamemory.domain.ddl.SchemaChange.ClauseNotUnderstood;
import io.schemamemory.domain.ddl.TableName;
import io.schemamemory.domain.event.DdlStatement;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// One change of a statement in words, with what PlanetScale warns of.
///
/// @param keyspace of the table it changes, if known
record ToldChange(String phrase, @Nullable String keyspace, Warning warning) {
  /// PlanetScale warns of a statement; the words stand behind the change that they are about.
  ///
  /// @param unsaid whether no change of the statement is known to lose data, although it may
  /// @param unknown whether nobody can read the change that PlanetScale does not warn of
  record Warning(boolean loss, boolean unsaid, boolean unknown, boolean inUse) {
    static final String UNKNOWN = "whether data is lost is unknown";

    private String text() {
      String used = inUse ? "the table was in use" : "";
      String both = lost() + (!lost().isEmpty() && inUse ? "; " : "") + used;
      return both.isEmpty() ? "" : " (" + both + ")";
    }

    private String lost() {
      if (loss) {
        return unsaid ? "the statement may lose data" : "data may be lost";
      }
      return unknown ? UNKNOWN : "";
    }
  }

  static Stream<ToldChange> of(ReadStatement read) {
    return read.changes().isEmpty() ? Stream.of(unread(read)) : changes(read).stream();
  }

  /// @param severalKeyspaces whether the deploy request changes tables of more than one
  String text(boolean severalKeyspaces) {
    String where = severalKeyspaces && keyspace != null ? " in keyspace " + keyspace : "";
    return phrase + where + warning.text();
  }

  private static ToldChange unread(ReadStatement read) {
    DdlStatement statement = read.statement();
    return new ToldChange(
        ChangePhrase.unread(read),
        statement.keyspace(),
        new Warning(statement.canDropData(), false, false, statement.tableRecentlyUsed()));
  }

  /// The warning of loss stands behind each change that loses, or else behind each that may.
  private static List<ToldChange> changes(ReadStatement read) {
    DdlStatement statement = read.statement();
    DataLoss most = DataLoss.most(read.changes());
    boolean unsaid = most == DataLoss.NEVER;
    boolean inUse = statement.tableRecentlyUsed();
    List<ToldChange> told = new ArrayList<>();
    for (int i = 0; i < read.changes().size(); i++) {
      SchemaChange change = read.changes().get(i);
      boolean last = i == read.changes().size() - 1;
      boolean loss = statement.canDropData() && (unsaid ? last : DataLoss.of(change) == most);
      boolean unknown = !loss && change instanceof ClauseNotUnderstood;
      Warning warning = new Warning(loss, unsaid, unknown, inUse && (loss || last));
      inUse = inUse && !warning.inUse();
      told.add(new ToldChange(ChangePhrase.of(change), keyspace(change, statement), warning));
    }
    return told;
  }

  private static @Nullable String keyspace(SchemaChange change, DdlStatement statement) {
    TableName table = change.table();
    return table == null || table.keyspace() == null ? statement.keyspace() : table.keyspace();
  }
}
