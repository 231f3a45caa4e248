package io.schemamemory.operator.webhooksecrets;

import io.schemamemory.data.connection.ConnectionFault;
import io.schemamemory.data.connection.DatabaseSetting;
import io.schemamemory.data.connection.DatabaseUrl;
import io.schemamemory.data.connection.Owner;
import io.schemamemory.data.connection.PooledConnection.Work;
import io.schemamemory.data.connection.SqlState;
import io.schemamemory.data.inbox.Sources;
import io.schemamemory.data.inbox.Sources.SecretUse;
import io.schemamemory.operator.RefusedException;
import io.schemamemory.settings.Environment;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The database's rows about sources, read and written as `memory_owner`.
record SourceRows(DatabaseUrl database) {
  /// The administrator's URL, as for `bin/bootstrap`; the migrator's is enough.
  static final String VARIABLE = "DATABASE_DIRECT_URL";

  static SourceRows of(Environment environment) {
    return new SourceRows(DatabaseSetting.of(environment, VARIABLE));
  }

  /// Empty if no variable says where the database is.
  static Optional<SourceRows> ifNamed(Environment environment) {
    return environment.isSet(VARIABLE) ? Optional.of(of(environment)) : Optional.empty();
  }

  /// What a list shows of it.
  record Known(Map<String, String> workspaces, List<SecretUse> uses) {}

  Known known() {
    return ask(
        owner -> {
          Sources sources = new Sources(owner);
          return new Known(sources.workspaces(), sources.secretUses());
        });
  }

  /// Makes a source's row unless it is there; it never moves to another workspace.
  void open(String source, String workspace) {
    String is = ask(owner -> new Sources(owner).ensure(source, workspace));
    if (!is.equals(workspace)) {
      throw new RefusedException(
          "source %1$s belongs to workspace %2$s and stays there: say --workspace %2$s, or choose another name"
              .formatted(source, is));
    }
  }

  /// When the oldest body that is kept may have come.
  Instant bodiesSince() {
    return ask(owner -> new Sources(owner).bodiesSince()).orElse(Instant.EPOCH);
  }

  private <T> T ask(Work<T> work) {
    try {
      return Owner.inTransaction(database, work);
    } catch (SQLException failure) {
      throw new RefusedException(
          "%s did not answer: SQLSTATE %s; %s"
              .formatted(database, SqlState.of(failure), whatToDo(failure)));
    }
  }

  private String whatToDo(SQLException failure) {
    return switch (SqlState.of(failure)) {
      case "42P01", "3F000", "42883" -> "migrate it first, with migrate-schema";
      case "42501", "22023", "42704" ->
          VARIABLE
              + " must hold a login that may become memory_owner, as the administrator's, and that"
              + " may connect to this database";
      case "25006" -> "it is read-only: use the host of its primary, or make it writable";
      default -> new ConnectionFault(database, VARIABLE).sentence(failure) + "; check " + VARIABLE;
    };
  }
}
