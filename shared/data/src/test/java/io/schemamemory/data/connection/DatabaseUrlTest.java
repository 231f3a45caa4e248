package io.schemamemory.data.connection;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.schemamemory.settings.MalformedValueException;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.postgresql.Driver;

class DatabaseUrlTest {
  private static final DatabaseUrl URL =
      DatabaseUrl.parse(
          "jdbc:postgresql://db.example.test:6432/memory?user=app&password=hunter2&sslmode=require",
          Tls.OFF);

  @Test
  void a_url_has_its_parts() {
    assertThat(URL)
        .returns("app", DatabaseUrl::user)
        .returns("hunter2", DatabaseUrl::password)
        .returns("memory", DatabaseUrl::database)
        .returns("db.example.test:6432", DatabaseUrl::place);
  }

  @Test
  void printing_it_hides_the_password() {
    assertThat(URL).hasToString("jdbc:postgresql://db.example.test:6432/memory?user=app");
  }

  @Test
  void another_user_keeps_host_database_and_parameters() {
    assertThat(URL.as("jane", "other").reveal())
        .isEqualTo(
            "jdbc:postgresql://db.example.test:6432/memory"
                + "?password=other&sslmode=require&user=jane");
  }

  @Test
  void another_port_keeps_everything_else() {
    DatabaseUrl other = URL.at(5432);

    assertThat(other.place()).isEqualTo("db.example.test:5432");
    assertThat(other.at(6432).as("app", "hunter2").reveal())
        .isEqualTo(URL.as("app", "hunter2").reveal());
    assertThat(other.password()).isEqualTo("hunter2");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "&",
        "=",
        "?",
        "#",
        "%",
        "%41",
        "+",
        " ",
        "/",
        "@",
        ":",
        "'",
        "\"",
        "\\",
        "é表😀",
        "a&user=b"
      })
  void special_characters_in_a_password_are_kept(String password) {
    DatabaseUrl url = URL.as("app", password).at(5432);

    assertThat(url.password()).isEqualTo(password);
    assertThat(url.user()).isEqualTo("app");
    assertThat(asTheDriverReads(url).getProperty("password")).isEqualTo(password);
  }

  @ParameterizedTest
  @ValueSource(strings = {"a.b", "jane@acme", "mein benutzer", "a&b"})
  void special_characters_in_a_user_are_kept(String user) {
    assertThat(URL.as(user, "p").user()).isEqualTo(user);
  }

  @ParameterizedTest
  @ValueSource(strings = {"my-db", "my db", "a%b", "größe"})
  void special_characters_in_a_database_name_are_kept(String database) {
    DatabaseUrl url =
        DatabaseUrl.parse(
            "jdbc:postgresql://h:1/%s?user=u&password=p"
                .formatted(database.replace("%", "%25").replace(" ", "%20")));

    assertThat(url.at(2).database()).isEqualTo(database);
  }

  @Test
  void a_missing_port_is_the_default_port() {
    assertThat(DatabaseUrl.parse("jdbc:postgresql://h/d?user=u&password=p").place())
        .isEqualTo("h:5432");
  }

  @Test
  void an_ipv6_host_keeps_its_brackets() {
    DatabaseUrl url = DatabaseUrl.parse("jdbc:postgresql://[::1]:6432/d?user=u&password=p");

    assertThat(url.at(5432).place()).isEqualTo("[::1]:5432");
    assertThat(url.as("v", "q").place()).isEqualTo("[::1]:6432");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "hunter2",
        "postgresql://h:1/d?user=u&password=hunter2",
        "jdbc:mysql://h:1/d?user=u&password=hunter2",
        "jdbc:postgresql://h:port/d?user=u&password=hunter2",
        "jdbc:postgresql://h:99999/d?user=u&password=hunter2",
        "jdbc:postgresql://h:1/d?user=u&password=hunter2%ZZ",
        "jdbc:postgresql://h:1/d?password=hunter2",
        "jdbc:postgresql://h:1/d?user=hunter2",
        "jdbc:postgresql://h:1/d"
      })
  void a_malformed_url_is_refused_and_not_repeated(String url) {
    assertThatThrownBy(() -> DatabaseUrl.parse(url))
        .isInstanceOf(MalformedValueException.class)
        .message()
        .isNotEmpty()
        .doesNotContain("hunter2");
  }

  private static Properties asTheDriverReads(DatabaseUrl url) {
    return requireNonNull(Driver.parseURL(url.reveal(), new Properties()));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "jdbc:postgresql://h.example.test/d?user=postgres.abc%7Cbouncer&password=pscale_pw_x",
        "jdbc:postgresql://h/d?user=u&password=a%2Bb%26c%25d%3De",
        "jdbc:postgresql://h/d?user=u&password=a=b#c/d:e@f",
        "jdbc:postgresql://h/d?user=u&password=p&",
        "jdbc:postgresql://[fe80::1]:5432/my-db?user=u&password=p&ApplicationName=x&connect_timeout=3",
        "jdbc:postgresql://h_1/größe?user=u&password=é表😀"
      })
  void a_right_one_is_taken(String url) {
    assertThat(DatabaseUrl.parse(url).user()).isNotEmpty();
  }
}
