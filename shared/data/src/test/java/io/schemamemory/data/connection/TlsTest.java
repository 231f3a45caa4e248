package io.schemamemory.data.connection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.schemamemory.data.connection.DatabaseUrl.Protection;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TlsTest {
  private static final String ELSEWHERE = "jdbc:postgresql://db.example.test/d?user=u&password=p";

  @Test
  void a_remote_server_is_verified_against_the_jvms_trust_store() {
    assertThat(DatabaseUrl.parse(ELSEWHERE).reveal())
        .contains("sslmode=verify-full")
        .contains("sslfactory=org.postgresql.ssl.DefaultJavaSSLFactory");
  }

  @ParameterizedTest
  @ValueSource(strings = {"disable", "allow", "prefer", "require", "verify-ca"})
  void a_url_that_asks_for_less_than_verify_full_is_refused(String sslmode) {
    assertThatThrownBy(() -> DatabaseUrl.parse(ELSEWHERE + "&sslmode=" + sslmode))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"localhost", "127.0.0.1", "[::1]", "host.docker.internal"})
  void a_server_on_this_machine_needs_no_tls(String host) {
    assertThat(DatabaseUrl.parse(ELSEWHERE.replace("db.example.test", host)).reveal())
        .doesNotContain("ssl");
  }

  @ParameterizedTest
  @ValueSource(strings = {"127.example.test", "localhost.example.test", "docker.internal"})
  void a_name_that_looks_like_this_machine_is_not_this_machine(String host) {
    assertThat(DatabaseUrl.parse(ELSEWHERE.replace("db.example.test", host)).reveal())
        .contains("sslmode=verify-full");
  }

  @Test
  void a_root_certificate_in_the_url_is_used() {
    assertThat(DatabaseUrl.parse(ELSEWHERE + "&sslrootcert=/etc/ca.pem").reveal())
        .contains("sslmode=verify-full")
        .doesNotContain("sslfactory");
  }

  @Test
  void only_the_value_off_turns_tls_off() {
    assertThat(DatabaseUrl.parse(ELSEWHERE, Tls.parse("off")).reveal()).doesNotContain("ssl");
    assertThatThrownBy(() -> Tls.parse("false")).isInstanceOf(IllegalArgumentException.class);
  }

  @ParameterizedTest
  @CsvSource({
    "db.example.com, VERIFIED, VERIFIED",
    "db.example.com, OFF, NONE",
    "127.0.0.1, VERIFIED, STAYS_HERE"
  })
  void a_url_says_how_it_is_protected(String host, Tls tls, Protection protection) {
    String url = "jdbc:postgresql://" + host + "/memory?user=u&password=p";

    assertThat(DatabaseUrl.parse(url, tls).protection()).isEqualTo(protection);
  }
}
