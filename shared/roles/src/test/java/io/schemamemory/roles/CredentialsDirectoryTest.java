package io.schemamemory.roles;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.schemamemory.data.connection.DatabaseUrl;
import java.net.URLEncoder;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CredentialsDirectoryTest {
  private static final Path HOME = Path.of("/home/jane/.local");

  /// Names that PostgreSQL keeps apart.
  private static final List<String> DATABASES =
      List.of(
          "shop",
          "Shop",
          "SHOP",
          "a+b",
          "a-b",
          "a_b",
          "a b",
          "a.b",
          "a/b",
          "a\\b",
          "a=b",
          "a=2db",
          "a%2db",
          "a--b",
          "a:b",
          "shop.",
          "shop..",
          "shop ",
          ".",
          "..",
          "../shop",
          "...",
          "-",
          "1-x",
          "con",
          "nul",
          "größe",
          "gro\u0308ße",
          "GRÖSSE",
          "größe\u200b",
          "ｓhop",
          "İshop",
          "ishop",
          "😀",
          "😁",
          "x".repeat(63),
          "x".repeat(62),
          "表".repeat(21),
          "表".repeat(20) + "裏",
          "~".repeat(63),
          "~".repeat(62) + "!");

  @Test
  void every_database_has_a_directory_of_its_own_even_where_case_does_not_count() {
    Map<String, String> directories = new HashMap<>();
    for (String host : List.of("h", "h-5432", "h-5432-1", "h.example.test", "[::1]", "[::2]")) {
      for (int port : List.of(1, 5432)) {
        for (String database : DATABASES) {
          String place = host + ":" + port + "/" + database;
          String other = directories.put(name(url(host, port, database)), place);
          assertThat(other).as("shares the directory of " + place).isNull();
        }
      }
    }
  }

  @Test
  void a_directory_is_one_plain_name_that_every_file_system_takes() {
    for (String host : List.of("h", "[::1]", "h".repeat(63) + ("." + "h".repeat(63)).repeat(3))) {
      for (String database : DATABASES) {
        Path directory = Credentials.directory(HOME, url(host, 5432, database));
        assertThat(directory.getParent()).isEqualTo(HOME);
        assertThat(String.valueOf(directory.getFileName()))
            .as(database)
            .matches("[a-z0-9=][a-z0-9._=-]*[a-z0-9_=]")
            .hasSizeLessThanOrEqualTo(143);
      }
    }
  }

  @ParameterizedTest
  @CsvSource({
    "shop, db.example.test-6432-shop",
    "my_db2, db.example.test-6432-my_db2",
    "my-db, db.example.test-6432-my=2ddb",
    "Shop, db.example.test-6432-=53hop",
    "é, db.example.test-6432-=c3=a9"
  })
  void its_name_says_which_database_it_is_for(String database, String name) {
    assertThat(Credentials.directory(HOME, url("db.example.test", 6432, database)))
        .isEqualTo(HOME.resolve(name));
  }

  @ParameterizedTest
  @ValueSource(strings = {"DB.example.test", "db.Example.TEST"})
  void the_same_host_in_capitals_is_the_same_directory(String host) {
    assertThat(Credentials.directory(HOME, url(host, 1, "shop")))
        .isEqualTo(Credentials.directory(HOME, url("db.example.test", 1, "shop")));
  }

  @Test
  void names_that_differ_at_their_ends_only_stay_apart_when_they_are_cut() {
    String host = "h".repeat(63) + ("." + "h".repeat(63)).repeat(2);

    assertThat(
            Stream.of("a", "b").map(end -> name(url(host, 5432, "~".repeat(62) + end))).distinct())
        .hasSize(2);
  }

  private static String name(DatabaseUrl url) {
    return String.valueOf(Credentials.directory(HOME, url).getFileName()).toLowerCase(Locale.ROOT);
  }

  private static DatabaseUrl url(String host, int port, String database) {
    String encoded = URLEncoder.encode(database, UTF_8).replace("+", "%20");
    return DatabaseUrl.parse(
        "jdbc:postgresql://%s:%d/%s?user=u&password=p".formatted(host, port, encoded));
  }
}
