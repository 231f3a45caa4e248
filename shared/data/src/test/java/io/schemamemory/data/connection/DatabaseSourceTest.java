package io.schemamemory.data.connection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.schemamemory.settings.Environment;
import io.schemamemory.settings.SettingException;
import java.util.Map;
import org.junit.jupiter.api.Test;

class DatabaseSourceTest {
  private static final String ID = "schema-memory/database/receive_webhook";
  private static final String URL =
      "jdbc:postgresql://localhost:6432/memory?user=app&password=hunter2";

  @Test
  void a_url_in_the_variable_is_given() {
    assertThat(source(Map.of("DATABASE_URL", URL, "DATABASE_SECRET_ID", "")))
        .isInstanceOfSatisfying(
            DatabaseSource.Given.class, given -> assertThat(given.url().user()).isEqualTo("app"));
  }

  @Test
  void a_secret_s_text_is_the_url() {
    assertThat(source(Map.of("DATABASE_URL", "", "DATABASE_SECRET_ID", ID)))
        .isInstanceOfSatisfying(
            DatabaseSource.InSecret.class,
            secret -> {
              assertThat(secret.id()).isEqualTo(ID);
              assertThat(secret.parse(URL).user()).isEqualTo("app");
            });
  }

  @Test
  void neither_and_both_are_refused() {
    assertThatThrownBy(() -> source(Map.of()))
        .isInstanceOf(SettingException.class)
        .hasMessage("exactly one of DATABASE_URL, DATABASE_SECRET_ID must be set: none is");
    assertThatThrownBy(() -> source(Map.of("DATABASE_URL", URL, "DATABASE_SECRET_ID", ID)))
        .hasMessageContaining("DATABASE_URL and DATABASE_SECRET_ID are")
        .hasMessageNotContaining("hunter2");
  }

  @Test
  void a_malformed_secret_is_named_and_not_repeated() {
    DatabaseSource.InSecret secret = new DatabaseSource.InSecret(ID, Tls.VERIFIED);

    assertThatThrownBy(() -> secret.parse("postgres://app:hunter2@host/db"))
        .isInstanceOf(SettingException.class)
        .hasMessageStartingWith("the secret " + ID + " is malformed: ")
        .hasMessageNotContaining("hunter2");
    assertThatThrownBy(() -> secret.parse(" ")).hasMessageStartingWith("the secret " + ID);
    assertThatThrownBy(() -> secret.parse(URL.replace("localhost", "db") + "&sslmode=disable"))
        .hasMessageStartingWith("the secret " + ID)
        .hasMessageNotContaining("hunter2");
  }

  @Test
  void a_url_is_no_secret_s_name() {
    assertThatThrownBy(() -> source(Map.of("DATABASE_SECRET_ID", URL)))
        .hasMessageStartingWith("DATABASE_SECRET_ID is malformed")
        .hasMessageNotContaining("hunter2");
  }

  private static DatabaseSource source(Map<String, String> variables) {
    return DatabaseSetting.source(new Environment(variables));
  }
}
