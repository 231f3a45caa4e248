package io.schemamemory.verification.roles;

import static io.schemamemory.verification.roles.Installation.assertEnter;
import static io.schemamemory.verification.roles.Installation.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.schemamemory.data.connection.DatabaseUrl;
import io.schemamemory.roles.Bootstrap;
import io.schemamemory.roles.BootstrapException;
import io.schemamemory.roles.Credentials;
import io.schemamemory.roles.Login;
import io.schemamemory.testkit.EmptyDatabase;
import io.schemamemory.testkit.Rows;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What a release left behind whose logins had one role each.
class FormerReleaseIT {
  @TempDir private Path home;

  private final DatabaseUrl direct = EmptyDatabase.untouched();
  private final String name = direct.database();

  private Installation installation;
  private Credentials first;

  @BeforeEach
  void leaveWhatThatReleaseLeft() throws IOException {
    for (Login login : Login.values()) {
      Rows.execute(direct, "create role %s login password '%s'".formatted(role(login), login));
    }
    Files.writeString(
        home.resolve("database.json"),
        Stream.of(Login.values())
            .map(
                login ->
                    "\"%s\" : \"%s\""
                        .formatted(login.key(), direct.as(role(login), login.toString()).reveal()))
            .collect(Collectors.joining(",\n", "{\n", "\n}\n")));
    Files.writeString(home.resolve("userlist.txt"), "\"" + name + "_reader\" \"SCRAM\"\n");
    installation = new Installation(direct, home);
    first = installation.kept();
  }

  @Test
  void its_logins_keep_their_passwords_and_lines() {
    Bootstrap.Made made = installation.make();

    assertThat(made.given()).isEmpty();
    assertThat(made.former()).isEmpty();
    assertThat(installation.kept().reveal()).isEqualTo(first.reveal());
    assertThat(made.poolerLines().file()).hasContent("\"" + name + "_reader\" \"SCRAM\"");
    assertEnter(first);
  }

  @Test
  void its_logins_are_rotated_and_retired_like_any_other() {
    installation.rotate();
    assertEnter(first);
    assertEnter(installation.kept());

    installation.retire();
    assertRefused(first);
    assertEnter(installation.kept());
  }

  @Test
  void its_logins_are_not_rotated_before_the_schema_knows_of_a_second_reader() {
    installation.make();
    Rows.execute(direct, "set role memory_owner; create table memory.reader ()");

    assertThatThrownBy(installation::rotate)
        .isInstanceOf(BootstrapException.class)
        .hasMessageContaining("run migrate-schema, then rotate");

    assertEnter(first);
    assertThat(Rows.of(direct, "", "select from pg_roles where rolname = '" + name + "_reader_b'"))
        .isEmpty();
  }

  private String role(Login login) {
    return name + "_" + login.key();
  }
}
