package io.schemamemory.local.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.schemamemory.data.connection.DatabaseUrl;
import io.schemamemory.local.template.Function;
import io.schemamemory.local.template.SecretValues;
import io.schemamemory.local.template.Template;
import io.schemamemory.roles.Bootstrap;
import io.schemamemory.roles.Login;
import io.schemamemory.testkit.PgBouncer;
import io.schemamemory.testkit.Ports;
import io.schemamemory.testkit.PostgresServer;
import io.schemamemory.testkit.Rows;
import io.schemamemory.testkit.Samples;
import io.schemamemory.testkit.aws.CredentialsServer;
import io.schemamemory.testkit.aws.SecretsManagerServer;
import io.schemamemory.testkit.webhook.Signatures;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The receiver between its snapshot and its restore: a process of Lambda's own runtime client that
/// has been primed and waits.
class SnapStartIT {
  private static final byte[] BODY = Samples.payload("branch.ready");

  private static final String WEBHOOK = "schema-memory/webhook";
  private static final String DATABASE = "schema-memory/database/receive_webhook";

  @TempDir private Path home;

  private final List<String> log = new CopyOnWriteArrayList<>();
  private final PostgresServer server = PostgresServer.startMigrated();
  private final DatabaseUrl direct = server.createDatabase("snapshot", PostgresServer.MIGRATED);
  private final int port = Ports.free();
  private final SecretsManagerServer secrets = SecretsManagerServer.start();
  private final CredentialsServer credentials = CredentialsServer.start();
  private Bootstrap.Result made;
  private PgBouncer pooler;

  @BeforeEach
  void makeLogins() {
    made = Bootstrap.run(new Bootstrap.Request(direct, direct.at(port), home));
    pooler = startPooler();
    secrets.put(WEBHOOK, "{\"default\":\"" + Samples.SECRET + "\"}");
    secrets.put(DATABASE, made.credentials().url(Login.RECEIVE_WEBHOOK).orElseThrow().reveal());
  }

  @AfterEach
  void stop() {
    pooler.close();
    server.close();
    secrets.close();
    credentials.close();
  }

  @Test
  void the_first_webhook_after_a_restore_is_stored_although_the_database_was_restarted() {
    try (Sandbox receiver = start()) {
      pooler.kill();
      server.kill();
      server.startAgain();
      pooler = startPooler();

      assertThat(receive(receiver)).as(said()).isEqualTo("{\"statusCode\":202}");
    }

    assertThat(stored()).isEqualTo(1);
    assertThat(log).anyMatch(line -> line.contains("received STORED"));
  }

  @Test
  void priming_runs_the_whole_path_before_the_snapshot_and_leaves_no_connection() {
    try (Sandbox receiver = start()) {
      Connections connections = Connections.of(receiver.pid());

      assertThat(log)
          .filteredOn(line -> line.contains("primed"))
          .singleElement()
          .asString()
          .containsPattern("primed: \\d+ webhooks.* the database has no source warm-up-");
      // It waits for a response of the Runtime API.
      assertThat(connections.open()).hasSize(1);
      assertThat(connections.to(port)).isEmpty();
      assertThat(secrets.reads(WEBHOOK)).isZero();
      assertThat(secrets.reads(DATABASE)).isEqualTo(1);
      assertThat(stored()).isZero();

      receive(receiver);

      assertThat(connections.to(port)).hasSize(1);
      assertThat(secrets.reads(WEBHOOK)).isEqualTo(1);
      // What was read before the snapshot serves nobody after it.
      assertThat(secrets.reads(DATABASE)).isEqualTo(2);
    }
  }

  @Test
  void an_unavailable_database_does_not_stop_a_start() {
    pooler.close();
    try (Sandbox receiver = start()) {
      assertThat(log).anyMatch(line -> line.matches(".*primed: \\d+ webhooks.*SQLSTATE 08001.*"));
      pooler = startPooler();

      assertThat(isReceivedInTheEnd(receiver)).as(said()).isTrue();
    }

    assertThat(stored()).isEqualTo(1);
  }

  @Test
  void a_silent_database_does_not_stop_a_start() {
    pooler.hang();
    try (Sandbox receiver = start()) {
      assertThat(log).anyMatch(line -> line.matches(".*primed: \\d+ webhooks.*too long.*"));
      pooler.resume();

      assertThat(isReceivedInTheEnd(receiver)).as(said()).isTrue();
    }

    assertThat(stored()).isEqualTo(1);
  }

  /// Returns once the process has asked for its restore.
  private Sandbox start() {
    Function receiver = receiver();
    Path root = Samples.root();
    return Sandbox.start(
        new Launch(receiver, Code.built(root, receiver), RuntimeClient.built(root)),
        event -> log.add(event.line()));
  }

  private Function receiver() {
    Function receiver =
        Template.function(
            Samples.root().resolve("template.yaml"),
            "ReceiveWebhook",
            new SecretValues(Map.of()),
            Map.of());
    // As under SnapStart, where no variable has the credentials.
    Map<String, String> account = new HashMap<>(credentials.environment());
    account.put("AWS_REGION", "us-east-1");
    account.put("AWS_ENDPOINT_URL_SECRETS_MANAGER", secrets.uri());
    for (Map.Entry<String, String> variable : account.entrySet()) {
      receiver = receiver.with(variable.getKey(), variable.getValue());
    }
    return receiver;
  }

  private String receive(Sandbox receiver) {
    ObjectNode event = new JsonMapper().createObjectNode();
    event.putObject("headers").put(Signatures.HEADER, Signatures.sign(Samples.SECRET, BODY));
    event.put("body", new String(BODY, StandardCharsets.UTF_8)).put("isBase64Encoded", false);
    return switch (receiver.invoke(new Invocation(receiver(), Payload.of(event.toString())))) {
      case InvocationOutcome.Answered(Payload payload) -> payload.text();
      case InvocationOutcome other -> throw new AssertionError(other + " " + log);
    };
  }

  /// The first connection of this process may take too long on a busy machine.
  private boolean isReceivedInTheEnd(Sandbox receiver) {
    return Stream.generate(() -> receive(receiver))
        .limit(10)
        .anyMatch("{\"statusCode\":202}"::equals);
  }

  private String said() {
    return String.join("\n", log);
  }

  private PgBouncer startPooler() {
    return PgBouncer.start(port, server.port(), made.poolerLines().file(), 2);
  }

  private int stored() {
    return Rows.of(direct, "set role memory_owner", "select id from memory.delivery").size();
  }
}
