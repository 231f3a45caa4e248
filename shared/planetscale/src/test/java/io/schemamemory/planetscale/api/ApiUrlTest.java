package io.schemamemory.planetscale.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ApiUrlTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://api.planetscale.com/v1",
        "https://gate.example:8443/planetscale/v1",
        "https://api.example",
        "http://127.0.0.1:9000/v1",
        "http://[::1]:9000/v1",
        "http://localhost/v1"
      })
  void a_protected_address_is_taken_as_it_is(String url) {
    assertThat(ApiUrl.parse(url)).hasToString(url);
    assertThat(ApiUrl.parse(url).at("/x?y=z")).hasToString(url + "/x?y=z");
  }

  @Test
  void a_slash_at_the_end_is_not_doubled() {
    assertThat(ApiUrl.parse("https://a.example/v1/").at("/x"))
        .hasToString("https://a.example/v1/x");
  }

  @Test
  void planetscales_own_is_known() {
    assertThat(ApiUrl.PLANETSCALE).hasToString("https://api.planetscale.com/v1");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://api.planetscale.com/v1",
        "http://localhost.example/v1",
        "http://127.0.0.1.example/v1",
        "http://127.0.0.1@elsewhere.example/v1",
        "https://user:hunter2@api.planetscale.com/v1",
        "https://api.planetscale.com/v1?a=b",
        "https://api.planetscale.com/v1#a",
        "https://api.planetscale.com/v1/../v2",
        "ftp://api.planetscale.com/v1",
        "https:///v1",
        "https:api.planetscale.com",
        "api.planetscale.com/v1",
        "https://api planetscale.com",
        " https://api.planetscale.com/v1",
        "",
        "/v1"
      })
  void anywhere_a_token_should_not_go_is_refused(String url) {
    assertThatThrownBy(() -> ApiUrl.parse(url)).isInstanceOf(IllegalArgumentException.class);
  }
}
