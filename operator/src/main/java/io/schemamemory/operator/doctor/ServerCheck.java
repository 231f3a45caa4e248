package io.schemamemory.operator.doctor;

import io.schemamemory.data.connection.DatabaseTraits;
import io.schemamemory.data.connection.DatabaseUrl;
import io.schemamemory.data.connection.PooledConnection;
import io.schemamemory.health.Finding;
import io.schemamemory.health.Finding.Fail;
import io.schemamemory.health.Finding.Ok;
import io.schemamemory.health.Finding.Skipped;
import io.schemamemory.health.HealthReport;
import io.schemamemory.roles.Readers;
import io.schemamemory.roles.Roles;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/// Checks whether the database can hold the memory, and what its present name means for the logins.
record ServerCheck(HealthReport report, DatabaseUrl direct) {
  void check() {
    report.check("server", this::server);
    report.check("reader", this::reader);
    report.check("logins of former names", this::formerNames);
  }

  private Finding server() throws SQLException {
    try (Connection connection = PooledConnection.connect(direct)) {
      DatabaseTraits traits = DatabaseTraits.of(connection);
      return traits
          .unfit()
          .<Finding>map(Fail::new)
          .orElseGet(
              () ->
                  new Ok(
                      "PostgreSQL %d, in %s"
                          .formatted(traits.version() / 10_000, traits.encoding())));
    }
  }

  private Finding reader() throws SQLException {
    return new Readers(direct)
        .sight()
        .map(ServerCheck::sight)
        .orElseGet(() -> new Skipped("there is no schema yet: run migrate-schema"));
  }

  private static Finding sight(Readers.Sight sight) {
    return sight
        .workspace()
        .<Finding>map(name -> new Ok(sight.login() + " sees the workspace " + name))
        .orElseGet(
            () ->
                new Fail(
                    sight.login()
                        + " sees nothing: memory.reader lists it in no workspace. Run"
                        + " bin/bootstrap, or "
                        + sight.whatToDo()));
  }

  private Finding formerNames() throws SQLException {
    List<String> former = new Roles(direct).ofFormerNames();
    return former.isEmpty()
        ? new Ok("there are none")
        : new Fail(
            "the database had another name, and %s may still enter: deploy with the URLs of bin/bootstrap, then run bin/bootstrap --retire"
                .formatted(String.join(", ", former)));
  }
}
