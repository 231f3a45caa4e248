package io.schemamemory.operator.doctor;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import io.schemamemory.testkit.Ports;
import io.schemamemory.testkit.planetscale.Acme;
import io.schemamemory.testkit.planetscale.Fault;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PlanetScaleCheckIT extends PlanetScaleFixture {
  @ParameterizedTest
  @ValueSource(ints = {200, 404})
  void a_page_of_something_in_between_is_no_answer(int status) {
    planetScale.script().next(1, Fault.html(status));

    found("planetscale", "fail", status + ", but not with JSON", "PLANETSCALE_API_URL");
    assertThat(planetScale.requests()).as("nothing more is asked").hasSize(1);
  }

  @Test
  void a_redirect_is_not_followed() {
    planetScale.script().next(1, Fault.redirect("https://example.com/"));

    found("planetscale", "fail", "redirects (302)", "PLANETSCALE_API_URL");
  }

  @Test
  void where_nothing_listens_the_rest_is_skipped() {
    variables.put("PLANETSCALE_API_URL", "http://127.0.0.1:" + Ports.free() + "/v1");

    found("planetscale", "fail", "no connection: nothing listens there");
    found("clock", "skipped", "Date");
    found("organization acme", "skipped", "see the line planetscale");
  }

  @Test
  void a_server_that_speaks_no_tls_is_told() throws IOException {
    try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      Thread.ofVirtual().start(() -> answerPlainly(server));
      variables.put("PLANETSCALE_API_URL", "https://127.0.0.1:" + server.getLocalPort() + "/v1");

      found("planetscale", "fail", "TLS failed", "check PLANETSCALE_API_URL");
    }
  }

  private static void answerPlainly(ServerSocket server) {
    try (Socket client = server.accept()) {
      // Once it is spoken to, as a server of HTTP would.
      client.getInputStream().read();
      client.getOutputStream().write("HTTP/1.1 400 Bad Request\r\n\r\n".getBytes(US_ASCII));
      client.getOutputStream().flush();
      client.getInputStream().readAllBytes();
    } catch (IOException ended) {
      // As connections do.
    }
  }

  @ParameterizedTest
  @CsvSource({"60, ahead of", "-60, behind"})
  void a_clock_that_is_a_minute_off_is_told_with_what_that_breaks(int seconds, String which) {
    found("clock", "ok", "agrees");

    ahead = Duration.ofSeconds(seconds);
    found("clock", "fail", "seconds " + which + " PlanetScale's", "AWS refuses", "time server");
  }

  @Test
  void a_token_nobody_knows_is_told_once() {
    planetScale.revoke(Acme.TOKEN);

    Ended ended = found("service token of acme", "fail", "401", "neither deleted nor expired");
    assertThat(ended.line("organization acme")).startsWith("no line");
  }

  @ParameterizedTest
  @ValueSource(ints = {403, 404})
  void a_missing_access_to_the_audit_log_is_named_however_it_is_answered(int status) {
    planetScale.grant(Acme.TOKEN, Acme.NAME, "read_organization", "read_database");
    planetScale.answerMissingAccess(status);

    Ended ended = found("audit log of acme", "fail", "read_audit_logs");
    assertThat(ended.line("organization acme")).startsWith("ok ");
    assertThat(ended.line("service token of acme")).startsWith("ok ");
    assertThat(ended.line("deploy requests of acme"))
        .startsWith("skipped ")
        .contains("read_deploy_request");
  }

  @Test
  void an_access_the_functions_do_not_need_is_named_and_not_missed() {
    planetScale.grant(Acme.TOKEN, Acme.NAME, "read_audit_logs");

    Ended ended = found("databases of acme", "skipped", "read_database");
    assertThat(ended.line("organization acme")).startsWith("ok ");
    assertThat(ended.status()).isZero();
  }

  @Test
  void an_organization_that_is_not_there_is_told() {
    variables.put("PLANETSCALE_ORGANIZATION", "acne");

    found("organization acne", "fail", "check the name");
  }

  @Test
  void an_answer_that_fails_for_good_is_told() {
    planetScale.script().next(20, "audit-log", Fault.status(500));

    found("service token of acme", "fail", "500", "status page");
  }

  @Test
  void a_name_stays_in_its_line() {
    variables.put("PLANETSCALE_ORGANIZATION", "ac\nme");

    found(
        "setting PLANETSCALE_ORGANIZATION",
        "fail",
        "is malformed: set it to an organization's name, as in its URL");
  }

  @Test
  void a_database_this_release_cannot_read_is_told() {
    acme.database("odd", "mysql").saying("{\"name\":7}");

    found("databases of acme", "fail", "1 of them cannot be read", "newer");
    found("webhook of acme/shop", "ok", "enabled");
  }
}
