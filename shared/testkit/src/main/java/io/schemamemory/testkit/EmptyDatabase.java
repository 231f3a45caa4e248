package io.schemamemory.testkit;

import io.schemamemory.data.connection.DatabaseUrl;
import io.schemamemory.roles.Bootstrap;
import io.schemamemory.roles.Login;
import java.util.List;

/// A database that was bootstrapped and never migrated.
public record EmptyDatabase(DatabaseUrl administrator, DatabaseUrl migrator) {
  /// Makes one on the server all tests share.
  public static EmptyDatabase bootstrapped() {
    return bootstrapped(MemoryTemplate.emptyDatabase());
  }

  private static EmptyDatabase bootstrapped(DatabaseUrl administrator) {
    Bootstrap.Result made =
        Bootstrap.run(
            new Bootstrap.Request(
                administrator, administrator, MemoryTemplate.temporaryDirectory()));
    return new EmptyDatabase(administrator, made.credentials().url(Login.MIGRATOR).orElseThrow());
  }

  /// Makes a copy of this one as it is now, with logins of its own.
  public EmptyDatabase copy() {
    return bootstrapped(MemoryTemplate.copyDatabase(administrator));
  }

  /// The administrator's URL of a database that was never bootstrapped, on the server all tests
  /// share.
  public static DatabaseUrl untouched() {
    return MemoryTemplate.emptyDatabase();
  }

  /// Who owns the tables that were made.
  public List<String> owners() {
    return Rows.of(
            administrator,
            "",
            "select distinct tableowner from pg_tables where schemaname = 'memory'")
        .stream()
        .map(row -> String.valueOf(row.get("tableowner")))
        .toList();
  }
}
