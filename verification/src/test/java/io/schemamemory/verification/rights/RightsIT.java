package io.schemamemory.verification.rights;

import static org.assertj.core.api.Assertions.assertThat;

import io.schemamemory.data.connection.DatabaseUrl;
import io.schemamemory.roles.Groups;
import io.schemamemory.roles.Login;
import io.schemamemory.testkit.MemoryDatabase;
import io.schemamemory.testkit.Rows;
import io.schemamemory.testkit.Samples;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/// What each login may do, tried with the login itself over its usual connection.
class RightsIT {
  private static final Path AGREED = Samples.root().resolve("migrations/rights.txt");

  @RegisterExtension static final MemoryDatabase database = new MemoryDatabase();

  /// Groups of functions that do not exist yet.
  private static final List<String> GROUPS_WITHOUT_A_LOGIN =
      Groups.GROUPS.stream()
          .filter(group -> Stream.of(Login.values()).map(Login::group).noneMatch(group::equals))
          .toList();

  private static Map<String, DatabaseUrl> first = Map.of();
  private static Map<String, DatabaseUrl> second = Map.of();

  @BeforeAll
  static void bothRolesOfEveryLogin() throws Exception {
    GROUPS_WITHOUT_A_LOGIN.forEach(RightsIT::createLoginInGroup);
    first = logins();
    database.rotate();
    second = logins();
    if ("write".equals(System.getProperty("golden"))) {
      Files.writeString(AGREED, rights(first));
    }
  }

  @Test
  void every_login_may_do_what_was_agreed_on_and_nothing_else() throws Exception {
    assertThat(rights(first))
        .as("migrations/rights.txt; if the change is meant, write it with -Dgolden=write")
        .isEqualTo(agreed());
  }

  @Test
  void the_second_role_of_a_login_may_do_what_the_first_may() throws Exception {
    assertThat(rights(second)).isEqualTo(agreed());
  }

  @Test
  void every_object_is_tried() {
    assertThat(Attempt.all(database))
        .extracting(Attempt::object)
        .contains(
            "flyway_schema_history.checksum",
            "timeline.entry",
            "sequence person_id_seq",
            "role memory_owner",
            "role pg_read_all_data",
            "role DATABASE_reader_b",
            "schema public",
            "make_month(text, timestamp with time zone)")
        .anyMatch(object -> object.matches("delivery_body_\\d{6}\\.body"));
  }

  @Test
  void an_unapproved_right_is_detected() throws Exception {
    database.asOwner("grant insert (login) on memory.reader to receive_webhook");
    try {
      assertThat(rights(first)).isNotEqualTo(agreed()).contains("\nreader.login");
    } finally {
      database.asOwner("revoke insert (login) on memory.reader from receive_webhook");
    }
  }

  private static String agreed() throws IOException {
    return Files.readString(AGREED);
  }

  private static String rights(Map<String, DatabaseUrl> logins) throws Exception {
    List<Attempt> attempts = Attempt.all(database);
    RightsTable table = new RightsTable(List.copyOf(logins.keySet()));
    try (ExecutorService threads = Executors.newFixedThreadPool(logins.size())) {
      Map<String, Future<List<Attempt>>> allowed = new LinkedHashMap<>();
      logins.forEach(
          (name, url) -> {
            Callable<List<Attempt>> trial = () -> Trial.allowed(url, attempts);
            allowed.put(name, threads.submit(trial));
          });
      for (Map.Entry<String, Future<List<Attempt>>> login : allowed.entrySet()) {
        table.put(login.getKey(), login.getValue().get());
      }
    }
    return table.toString();
  }

  /// Every login, connected as it will be, and a test login for each group that has none yet.
  private static Map<String, DatabaseUrl> logins() {
    Map<String, DatabaseUrl> logins = new LinkedHashMap<>();
    for (Login login : Login.values()) {
      logins.put(login.key(), database.url(login));
    }
    for (String group : GROUPS_WITHOUT_A_LOGIN) {
      logins.put(group, database.administrator().as("test_login_in_" + group, "p"));
    }
    return logins;
  }

  private static void createLoginInGroup(String group) {
    DatabaseUrl administrator = database.administrator();
    Rows.execute(
        administrator,
        """
        create role test_login_in_%1$s login password 'p' in role %1$s;
        grant connect on database %2$s to test_login_in_%1$s
        """
            .formatted(group, administrator.database()));
  }
}
