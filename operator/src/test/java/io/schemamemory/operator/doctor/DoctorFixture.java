package io.schemamemory.operator.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.schemamemory.data.connection.DatabaseUrl;
import io.schemamemory.planetscale.api.Backoff;
import io.schemamemory.roles.Credentials;
import io.schemamemory.roles.Login;
import io.schemamemory.settings.Environment;
import io.schemamemory.settings.PrivateFile;
import io.schemamemory.testkit.MemoryDatabase;
import io.schemamemory.testkit.planetscale.Acme;
import io.schemamemory.testkit.planetscale.PlanetScaleStandIn;
import io.schemamemory.testkit.planetscale.StandInOrganization;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/// The command as a person runs it, at an installation where all is well.
abstract class DoctorFixture {
  static final String WEBHOOKS = "https://memory.example.com/api/planetscale/webhooks";
  private static final String SECRET = Acme.TOKEN.split(":", 2)[1];

  @RegisterExtension static final MemoryDatabase database = new MemoryDatabase();

  @TempDir Path folder;

  // The stand-in's server writes its own time into the header Date.
  @AutoClose final PlanetScaleStandIn planetScale = PlanetScaleStandIn.start(Instant::now, 0);

  final StandInOrganization acme = Acme.in(planetScale, Instant.now());

  /// What the person's shell has.
  final Map<String, String> variables = new HashMap<>();

  /// By how much the machine's clock is ahead.
  Duration ahead = Duration.ZERO;

  String webhook = "";

  /// What the command answered, line by line.
  record Ended(int status, List<String> lines) {
    String line(String check) {
      return lines.stream()
          .filter(line -> line.matches("(ok|fail|skipped) \\Q" + check + "\\E: .*"))
          .findFirst()
          .orElse("no line for " + check + " in " + lines);
    }
  }

  @BeforeEach
  void wellInstallation() {
    database.empty();
    database.asOwner(
        """
        insert into memory.feed (workspace_id, organization)
        select id, 'acme' from memory.workspace where name = 'default';
        insert into memory.feed_position (feed_id, watermark, caught_up_at)
        select id, now(), now() from memory.feed
        """);
    webhook = acme.database("shop", "mysql").webhooks().register(WEBHOOKS);
    sends("opened queued in_progress pending_cutover schema_applied errored reverted closed");
    variables.put("DATABASE_DIRECT_URL", database.administrator().reveal());
    variables.put("DATABASE_POOLED_URL", database.pooled(Login.MIGRATOR).reveal());
    variables.put("PLANETSCALE_ORGANIZATION", Acme.NAME);
    variables.put("PLANETSCALE_SERVICE_TOKEN_ID", Acme.TOKEN.split(":", 2)[0]);
    variables.put("PLANETSCALE_SERVICE_TOKEN", SECRET);
    variables.put("PLANETSCALE_API_URL", planetScale.url());
    variables.put("WEBHOOK_URL", WEBHOOKS);
    Map<String, String> urls = new TreeMap<>();
    for (Login login : Login.values()) {
      urls.put(login.key(), database.url(login).reveal());
    }
    keep(urls);
  }

  /// Subscribes the webhook of acme/shop to these of its deploy requests.
  void sends(String milestones) {
    String events =
        String.join(
            ",",
            Arrays.stream(milestones.split(" "))
                .map(name -> "\"deploy_request." + name + "\"")
                .toList());
    acme.database("shop", "mysql").webhooks().update(webhook, "{\"events\":[" + events + "]}");
  }

  /// Writes `database.json`, where the bootstrap would.
  void keep(Map<String, String> urls) {
    try {
      Path kept = Credentials.directory(folder, database.administrator());
      new PrivateFile(kept.resolve("database.json"))
          .write(new ObjectMapper().writeValueAsString(urls));
    } catch (JsonProcessingException never) {
      throw new IllegalStateException(never);
    }
  }

  Ended doctor(String... arguments) {
    StringWriter said = new StringWriter();
    InstantSource clock = () -> Instant.now().plus(ahead);
    int status =
        new CommandLine(
                new DoctorCommand(
                    new Environment(variables), new Backoff(clock, _ -> {}, () -> 0.5)))
            .setOut(new PrintWriter(said, true))
            .setErr(new PrintWriter(said, true))
            .execute(
                arguments.length == 0
                    ? new String[] {"--directory", folder.toString()}
                    : arguments);
    assertThat(said.toString()).doesNotContain(SECRET, "wr0ng");
    for (Login login : Login.values()) {
      assertThat(said.toString()).doesNotContain(database.url(login).password());
    }
    assertThat(said.toString()).doesNotContain(database.administrator().password());
    return new Ended(status, said.toString().lines().toList());
  }

  /// This check fails, and says so.
  void fails(String check, String... words) {
    Ended ended = doctor();
    assertThat(ended.line(check)).startsWith("fail ").contains(words);
    assertThat(ended.status()).isEqualTo(1);
    assertThat(ended.lines()).as("every check is made").hasSizeGreaterThanOrEqualTo(10);
  }

  static DatabaseUrl wrongPassword(DatabaseUrl url) {
    return url.as(url.user(), "wr0ng");
  }
}
