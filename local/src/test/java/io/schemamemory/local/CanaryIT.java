package io.schemamemory.local;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.schemamemory.data.connection.DatabaseUrl;
import io.schemamemory.roles.Bootstrap;
import io.schemamemory.roles.Credentials;
import io.schemamemory.testkit.PgBouncer;
import io.schemamemory.testkit.Ports;
import io.schemamemory.testkit.PostgresServer;
import io.schemamemory.testkit.Rows;
import io.schemamemory.testkit.Samples;
import io.schemamemory.testkit.planetscale.StandInAuditLog;
import io.schemamemory.testkit.webhook.Signatures;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Sends personal values through every function, then searches for them everywhere.
class CanaryIT {
  private static final String TOKEN = "pscale_tkn_canarynightingale";
  private static final String SECRET = "canarysecret4f1d00c0ffee4f1d00c0ffee4f1d00c0ffee";

  @TempDir private Path home;

  private final List<String> log = new CopyOnWriteArrayList<>();

  @Test
  void a_canary_is_found_in_the_evidence_its_name_in_one_table_and_neither_anywhere_else()
      throws Exception {
    try (PostgresServer server = PostgresServer.start();
        Closing closing = new Closing()) {
      DatabaseUrl direct = server.createDatabase("canary", "template1");
      LocalRun run = start(server, direct, closing);
      post(run.uri(), CanaryBodies.body("branch.ready", "1777744335"));
      post(run.uri(), CanaryBodies.body("canary.unknown", "1777744335"));
      post(run.uri(), CanaryBodies.body("branch.ready", "\"" + CanaryBodies.EMAIL + "\""));
      for (String told : CanaryBodies.told()) {
        post(run.uri(), told);
      }
      assertThat(invoke(run.uri(), "NormalizeDeliveries"))
          .contains("\"normalized\":6,\"unknown\":1,\"quarantined\":1");
      audit(run.auditLog().orElseThrow());
      assertThat(invoke(run.uri(), "PollAuditLog")).contains("\"entries\":1,\"quarantined\":1");
      assertThat(invoke(run.uri(), "ApplyRetention")).contains("made");
      invoke(run.uri(), "MigrateSchema");

      assertThat(CanarySearch.tablesWith(direct, CanaryBodies.NAME))
          .containsExactly("delivery_body", "person");
      for (String canary : CanaryBodies.ONLY_EVIDENCE) {
        assertThat(CanarySearch.tablesWith(direct, canary))
            .as(canary)
            .containsExactly("delivery_body");
      }
      assertThat(CanarySearch.tablesWith(direct, TOKEN)).isEmpty();
      assertThat(CanarySearch.tablesWith(direct, SECRET)).isEmpty();

      Rows.execute(direct, "checkpoint");
      assertThat(CanarySearch.filesWith(server, direct, CanaryBodies.NAME))
          .isSubsetOf("delivery_body", "person", "pg_wal");
      assertThat(CanarySearch.filesWith(server, direct, CanaryBodies.EMAIL))
          .contains("delivery_body")
          .isSubsetOf("delivery_body", "pg_wal");
      for (String canary : CanaryBodies.ONLY_EVIDENCE) {
        assertThat(CanarySearch.filesWith(server, direct, canary))
            .as(canary)
            .isSubsetOf("delivery_body", "pg_wal");
      }
      assertThat(CanarySearch.filesWith(server, direct, TOKEN)).isEmpty();
      assertThat(CanarySearch.filesWith(server, direct, SECRET)).isEmpty();

      assertThat(String.join("\n", log))
          .contains("received STORED", "quarantined delivery")
          .doesNotContain(CanaryBodies.NAME, TOKEN, SECRET)
          .doesNotContain(CanaryBodies.ONLY_EVIDENCE)
          .doesNotContain(
              run.database().credentials().reveal().values().stream()
                  .map(url -> DatabaseUrl.parse(url).password())
                  .toList());
    }
  }

  private LocalRun start(PostgresServer server, DatabaseUrl direct, Closing closing)
      throws IOException {
    int port = Ports.free();
    // Create the logins first, so that the pooler knows them when it starts.
    LocalSettings settings = GivenDatabase.settings(SECRET, direct, direct.at(port));
    Path directory = Credentials.directory(home, direct);
    var made = Bootstrap.run(new Bootstrap.Request(direct, direct.at(port), directory));
    PgBouncer pooler = PgBouncer.start(port, server.port(), made.poolerLines().file(), 2);
    closing.atEnd(pooler::close);
    return LocalRun.start(settings, Samples.root(), home, closing, AllLines.to(log::add));
  }

  /// One readable entry and one unreadable one.
  private static void audit(StandInAuditLog log) {
    String now = Instant.now().toString();
    String action = ",\"audit_action\":\"organization_invitation.created\"";
    for (String end : List.of(action, "")) {
      String id = "canary" + end.length();
      log.add(
          id,
          Instant.now(),
          """
          {"id":"%s","actor_id":"a1","actor_type":"User","actor_display_name":"%s","location":"%s",
           "remote_ip":"%s","user_agent":"%s","metadata":{"email":"%s","by":{"name":"%s"}},
           "auditable_type":"OrganizationInvitation","auditable_display_name":"%s",
           "created_at":"%s"%s}
          """
              .formatted(
                  id,
                  CanaryBodies.NAME,
                  CanaryBodies.NAME,
                  CanaryBodies.ADDRESS,
                  TOKEN,
                  CanaryBodies.EMAIL,
                  CanaryBodies.NAME,
                  CanaryBodies.EMAIL,
                  now,
                  end));
    }
  }

  private static void post(URI door, String body) throws Exception {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(door.resolve("/api/planetscale/webhooks"))
            .header("Authorization", TOKEN)
            .header("X-Forwarded-For", CanaryBodies.ADDRESS)
            .POST(HttpRequest.BodyPublishers.ofString(body));
    try (HttpClient http = HttpClient.newHttpClient()) {
      HttpRequest right =
          request
              .copy()
              .header(Signatures.HEADER, Signatures.sign(SECRET, body.getBytes(UTF_8)))
              .build();
      // On a busy machine a cold process may not store it in time; it is sent again then.
      int status = http.send(right, BodyHandlers.discarding()).statusCode();
      for (int more = 10; status == 503 && more > 0; more--) {
        status = http.send(right, BodyHandlers.discarding()).statusCode();
      }
      assertThat(status).isEqualTo(202);
      String wrong = Signatures.sign(TOKEN, body.getBytes(UTF_8));
      assertThat(
              http.send(
                      request.copy().header(Signatures.HEADER, wrong).build(),
                      BodyHandlers.discarding())
                  .statusCode())
          .isEqualTo(401);
    }
  }

  /// An event that nobody asked for, then the one that a run takes.
  private static String invoke(URI door, String function) throws Exception {
    assertThat(invoke(door, function, "{\"note\":\"" + CanaryBodies.EMAIL + "\"}"))
        .contains("the event is")
        .doesNotContain(CanaryBodies.EMAIL);
    return invoke(door, function, "{}");
  }

  private static String invoke(URI door, String function, String event) throws Exception {
    try (HttpClient http = HttpClient.newHttpClient()) {
      return http.send(
              HttpRequest.newBuilder(
                      door.resolve("/2015-03-31/functions/" + function + "/invocations"))
                  .POST(HttpRequest.BodyPublishers.ofString(event))
                  .build(),
              BodyHandlers.ofString())
          .body();
    }
  }
}
