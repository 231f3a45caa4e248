package io.schemamemory.planetscale.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.schemamemory.planetscale.api.http.Exchange;
import io.schemamemory.planetscale.api.http.RequestLimits;
import io.schemamemory.testkit.planetscale.Acme;
import io.schemamemory.testkit.planetscale.Fault;
import io.schemamemory.testkit.planetscale.StandInReply;
import io.schemamemory.testkit.planetscale.StandInReply.Delivery;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Neither the token nor what PlanetScale tells of people is told to anybody else.
class SecretsIT {
  private static final String SECRET = Acme.TOKEN.split(":", 2)[1];

  @AutoClose private final ClientFixture fixture = new ClientFixture();

  private final List<String> logged = new ArrayList<>();
  private final ByteArrayOutputStream printed = new ByteArrayOutputStream();
  private final Logger root = Logger.getLogger("");
  private final Level before = root.getLevel();
  private final PrintStream out = System.out;
  private final PrintStream err = System.err;

  private final Handler everything =
      new Handler() {
        @Override
        public void publish(LogRecord line) {
          synchronized (logged) {
            logged.add(new SimpleFormatter().format(line));
          }
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
      };

  @BeforeEach
  void listen() {
    root.setLevel(Level.ALL);
    everything.setLevel(Level.ALL);
    root.addHandler(everything);
    PrintStream all = new PrintStream(printed, true, StandardCharsets.UTF_8);
    System.setOut(all);
    System.setErr(all);
  }

  @AfterEach
  void listenNoMore() {
    System.setOut(out);
    System.setErr(err);
    root.removeHandler(everything);
    root.setLevel(before);
  }

  @Test
  void the_token_is_sent_and_told_nobody_whatever_happens() {
    String told =
        String.join("\n", tellings(fixture.api()))
            + fixture.api()
            + ServiceToken.of(Acme.TOKEN)
            + new RetryingClient(
                ApiUrl.parse(fixture.planetScale.url()),
                new Exchange(RequestLimits.USUAL),
                ServiceToken.of(Acme.TOKEN),
                () -> Duration.ZERO,
                Backoff.real())
            + fixture.planetScale.requests();

    assertThat(told).contains("Ok", "Refused", "Throttled", "Unanswered").doesNotContain(SECRET);
    assertThat(String.join("\n", logged)).doesNotContain(SECRET);
    assertThat(printed.toString(StandardCharsets.UTF_8)).doesNotContain(SECRET);
  }

  @Test
  void what_is_logged_is_heard_here() {
    Logger.getLogger("jdk.httpclient").fine(SECRET);
    System.err.print(SECRET);

    assertThat(String.join("\n", logged)).contains(SECRET);
    assertThat(printed.toString(StandardCharsets.UTF_8)).contains(SECRET);
  }

  @Test
  void an_error_that_repeats_the_token_is_not_repeated() {
    fixture
        .planetScale
        .script()
        .next(
            6,
            (_, _) ->
                StandInReply.error(500, SECRET, SECRET).with("Content-Type", "text/" + SECRET));

    assertThat(fixture.api().databases(PageRequest.first(), fixture.later()).toString())
        .contains("500")
        .doesNotContain(SECRET);
  }

  @Test
  void an_entry_prints_without_names_and_addresses() {
    String printed = fixture.api().auditLog(PageRequest.first(), fixture.later()).toString();

    assertThat(printed)
        .contains("deploy_request.created")
        .doesNotContain("Jane", "Chicago", "203.0.113", "branch-");
  }

  @Test
  void a_webhook_prints_without_its_secret() {
    fixture.acme.database("shop", "mysql").webhooks().register("https://example.com");
    String all = fixture.acme.database("shop", "mysql").webhooks().all().getFirst();
    String secret = all.replaceFirst(".*\"secret\":\"", "").substring(0, 64);

    assertThat(secret).matches("[0-9a-f]{64}");
    assertThat(fixture.api().webhooks("shop", PageRequest.first(), fixture.later()).toString())
        .contains("https://example.com")
        .doesNotContain(secret);
  }

  private List<String> tellings(OrganizationApi api) {
    List<String> told = new ArrayList<>();
    for (Fault fault :
        List.<Fault>of(
            (genuine, _) -> genuine,
            Fault.status(401),
            Fault.status(403),
            Fault.status(404),
            Fault.status(429),
            Fault.html(502),
            Fault.truncatedJson(),
            Fault.redirect("http://127.0.0.1:1/"),
            Fault.delivery(Delivery.CUT),
            Fault.delivery(Delivery.CLOSED))) {
      fixture.planetScale.script().clear();
      fixture.planetScale.script().next(50, fault);
      told.add(api.databases(PageRequest.first(), fixture.later()).toString());
    }
    return told;
  }
}
