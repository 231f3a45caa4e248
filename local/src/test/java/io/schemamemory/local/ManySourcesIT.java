package io.schemamemory.local;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.schemamemory.data.connection.DatabaseUrl;
import io.schemamemory.data.connection.Owner;
import io.schemamemory.data.inbox.Sources;
import io.schemamemory.roles.Login;
import io.schemamemory.settings.Environment;
import io.schemamemory.testkit.Rows;
import io.schemamemory.testkit.Samples;
import io.schemamemory.testkit.webhook.Signatures;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Many sources through the front door, while their secrets change.
class ManySourcesIT {
  private static final String DOCUMENT =
      """
      {"default": "of-the-bare-path",
       "shop": {"live": ["of-the-shop"],
                "retired": [{"secret": "of-old", "retired_at": "2026-11-21T12:00:00Z"}]}}
      """;

  @TempDir private Path home;

  private final List<String> log = new CopyOnWriteArrayList<>();

  @Test
  void every_source_has_a_path_and_a_row_and_a_rotation_needs_no_restart() throws Exception {
    Path file = Files.writeString(home.resolve("secrets.json"), DOCUMENT);
    try (Closing closing = new Closing()) {
      LocalRun run = start(file, closing);

      assertThat(post(run, "", "of-the-bare-path", "a")).isEqualTo(202);
      assertThat(post(run, "/shop", "of-the-shop", "a")).isEqualTo(202);
      assertThat(post(run, "/default", "of-the-bare-path", "b")).isEqualTo(202);

      Files.writeString(
          file, DOCUMENT.replace("[\"of-the-shop\"]", "[\"newer\", \"of-the-shop\"]"));
      assertThat(post(run, "/shop", "newer", "d")).isEqualTo(202);

      assertThat(post(run, "", "of-the-shop", "c")).isEqualTo(401);
      assertThat(post(run, "/shop", "of-old", "c")).isEqualTo(401);
      assertThat(post(run, "/nobody", "of-the-shop", "c")).isEqualTo(401);
      assertThat(post(run, "/shop/more", "of-the-shop", "c")).isEqualTo(404);

      assertThat(deliveries(run)).containsExactlyInAnyOrder("default", "default", "shop", "shop");
      assertThat(String.join("\n", log))
          .contains("rejected UNKNOWN_SOURCE", "rejected SIGNATURE_MISMATCH source=shop")
          .doesNotContain("nobody", "of-the", "of-old", "newer");
    }
  }

  @Test
  void deliveries_of_another_workspaces_source_are_seen_only_by_that_workspace() throws Exception {
    Path file = Files.writeString(home.resolve("secrets.json"), DOCUMENT);
    try (Closing closing = new Closing()) {
      LocalRun run = start(file, closing);
      DatabaseUrl migrator = run.database().credentials().url(Login.MIGRATOR).orElseThrow();
      Owner.inTransaction(migrator, owner -> new Sources(owner).ensure("blog", "other"));
      Files.writeString(
          file, DOCUMENT.replace("\"shop\":", "\"blog\": \"of-the-blog\", \"shop\":"));
      String branch = new String(Samples.payload("branch.ready"), UTF_8);

      assertThat(post(run, "/blog", "of-the-blog", branch)).isEqualTo(202);
      normalize(run);

      assertThat(seenBy(run, "other")).isEqualTo(1);
      assertThat(seenBy(run, "default")).isZero();
    }
  }

  /// How many entries the search role finds in a workspace.
  private static long seenBy(LocalRun run, String workspace) {
    DatabaseUrl migrator = run.database().credentials().url(Login.MIGRATOR).orElseThrow();
    DatabaseUrl search = run.database().credentials().url(Login.SEARCH_MEMORY).orElseThrow();
    Object id =
        Rows.of(
                migrator,
                "set role memory_owner",
                "select id from memory.workspace where name = '" + workspace + "'")
            .getFirst()
            .get("id");
    String act = "begin; select set_config('app.workspace_id', '%s', true)".formatted(id);
    return Rows.of(search, act, "select from memory.timeline").size();
  }

  private LocalRun start(Path secrets, Closing closing) {
    Map<String, String> variables = Map.of("PORT", "0", "WEBHOOK_SECRETS_FILE", secrets.toString());
    return LocalRun.start(
        LocalSettings.of(new Environment(variables)),
        Samples.root(),
        home,
        closing,
        AllLines.to(log::add));
  }

  private static List<String> deliveries(LocalRun run) {
    return Rows.of(
            run.database().credentials().url(Login.MIGRATOR).orElseThrow(),
            "set role memory_owner",
            "select s.name from memory.delivery d join memory.source s on s.id = d.source_id")
        .stream()
        .map(row -> String.valueOf(row.get("name")))
        .toList();
  }

  private static void normalize(LocalRun run) throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(
                run.uri().resolve("/2015-03-31/functions/NormalizeDeliveries/invocations"))
            .POST(BodyPublishers.ofString("{}"))
            .build();
    try (HttpClient http = HttpClient.newHttpClient()) {
      assertThat(http.send(request, BodyHandlers.ofString()).body()).contains("\"normalized\":1");
    }
  }

  private static int post(LocalRun run, String path, String secret, String body)
      throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(run.uri().resolve("/api/planetscale/webhooks" + path))
            .header(Signatures.HEADER, Signatures.sign(secret, body.getBytes(UTF_8)))
            .POST(BodyPublishers.ofString(body))
            .build();
    try (HttpClient http = HttpClient.newHttpClient()) {
      return http.send(request, BodyHandlers.discarding()).statusCode();
    }
  }
}
