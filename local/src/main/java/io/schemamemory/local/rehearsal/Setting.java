package io.schemamemory.local.rehearsal;

import io.schemamemory.local.Closing;
import io.schemamemory.local.demo.Cast;
import io.schemamemory.local.rehearsal.cloud.DeployedFunctions;
import io.schemamemory.local.rehearsal.cloud.DeployedStack;
import io.schemamemory.local.rehearsal.cloud.FunctionHost;
import io.schemamemory.local.rehearsal.cloud.LocalLambda;
import io.schemamemory.local.rehearsal.cloud.Ministack;
import io.schemamemory.local.rehearsal.page.Answers;
import io.schemamemory.local.rehearsal.page.Placeholders;
import io.schemamemory.local.rehearsal.scene.AuditScene;
import io.schemamemory.local.rehearsal.scene.DeleteScene;
import io.schemamemory.local.rehearsal.scene.DeployScene;
import io.schemamemory.local.rehearsal.scene.RehearsedDatabase;
import io.schemamemory.local.rehearsal.scene.Scenes;
import io.schemamemory.local.rehearsal.scene.Stage;
import io.schemamemory.local.rehearsal.scene.UpgradeScene;
import io.schemamemory.local.rehearsal.scene.WebhookScene;
import io.schemamemory.local.rehearsal.terminal.Programs;
import io.schemamemory.local.rehearsal.terminal.Scratch;
import io.schemamemory.local.rehearsal.terminal.Shell;
import io.schemamemory.local.rehearsal.terminal.Transcript;
import io.schemamemory.local.runtime.RunEvent;
import io.schemamemory.local.runtime.RuntimeClient;
import io.schemamemory.local.template.Stack;
import io.schemamemory.testkit.Samples;
import io.schemamemory.testkit.planetscale.Acme;
import io.schemamemory.testkit.planetscale.PlanetScaleStandIn;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;

/// Everything a rehearsal needs, started on free ports in a folder of its own.
final class Setting {
  private static final List<String> FUNCTIONS =
      List.of(
          "receive-webhook",
          "normalize-deliveries",
          "poll-audit-log",
          "apply-retention",
          "migrate-schema");

  /// Any: the local AWS looks at none of them.
  private static final Map<String, String> CREDENTIALS =
      Map.of("AWS_ACCESS_KEY_ID", "rehearsal", "AWS_SECRET_ACCESS_KEY", "rehearsal");

  /// Its id and its secret.
  private static final String[] TOKEN = Acme.TOKEN.split(":", 2);

  private Setting() {}

  static Rehearsal start(Path root, Transcript transcript, Closing closing) throws IOException {
    Path scratch = Files.createTempDirectory("schema-memory-rehearsal");
    closing.atEnd(() -> Scratch.delete(scratch));
    Path copy = scratch.resolve("schema-memory");
    Checkout.copy(root, copy);
    RehearsedDatabase database = RehearsedDatabase.start(scratch);
    closing.atEnd(database::close);
    PlanetScaleStandIn planetScale = PlanetScaleStandIn.start(InstantSource.system(), 0);
    closing.atEnd(planetScale::close);
    planetScale.grant(Acme.TOKEN, Acme.NAME, "read_audit_logs");
    FunctionHost host = FunctionHost.open();
    closing.atEnd(host::close);
    Path tools = root.resolve(".venv/ministack");
    List<String> names = FUNCTIONS.stream().map(name -> Stack.NAME + "-" + name).toList();
    Ministack aws = Ministack.start(tools, scratch, names, host.uri());
    closing.atEnd(aws::close);
    Map<String, String> added = new LinkedHashMap<>(CREDENTIALS);
    added.put("AWS_SESSION_TOKEN", "rehearsal");
    added.put("AWS_ENDPOINT_URL", aws.uri().toString());
    added.put("PLANETSCALE_API_URL", planetScale.url());
    DeployedFunctions functions =
        new DeployedFunctions(
            new LocalLambda(aws.uri(), scratch.resolve("code")),
            RuntimeClient.built(root),
            added,
            log(root, closing));
    closing.atEnd(functions::close);
    host.serve(functions);
    transcript.step(
        "start",
        "an empty PostgreSQL behind PgBouncer, and MiniStack as an AWS account without anything");
    Shell shell = new Shell(copy, scratch, environment(root, scratch, aws));
    DeployedStack stack = new DeployedStack(shell, aws.uri());
    Stage stage =
        new Stage(
            stack,
            database,
            planetScale.organization(Acme.NAME).auditLog(),
            transcript,
            copy,
            Samples.SECRET,
            Cast.of(Instant.now(), RandomGenerator.getDefault()));
    return new Rehearsal(
        shell,
        placeholders(database),
        new Answers(
            Map.of(
                "bin/webhook-secrets", Samples.SECRET + "\n",
                "bin/planetscale-token", TOKEN[1] + "\n",
                "sam deploy", "y\n")),
        new Scenes(
            List.of(
                new DeployScene(stage),
                new WebhookScene(stage),
                new AuditScene(stage),
                new UpgradeScene(stage),
                new DeleteScene(stage))),
        database,
        transcript,
        copy);
  }

  private static Placeholders placeholders(RehearsedDatabase database) {
    Map<String, Supplier<String>> values = new LinkedHashMap<>();
    values.put("HOST:5432", () -> "127.0.0.1:" + database.directPort());
    values.put("HOST:6432", () -> "127.0.0.1:" + database.pooledPort());
    values.put("HOST-5432", () -> "127.0.0.1-" + database.directPort());
    values.put("user=...&password=...", database::credentials);
    values.put("DATABASE", () -> RehearsedDatabase.NAME);
    values.put("REGION", () -> Stack.REGION);
    values.put("ACCOUNT", () -> Stack.ACCOUNT);
    values.put("STACK", () -> Stack.NAME);
    values.put("ORGANIZATION", () -> Acme.NAME);
    values.put("TOKEN_ID", () -> TOKEN[0]);
    return new Placeholders(values);
  }

  private static Consumer<RunEvent> log(Path root, Closing closing) throws IOException {
    Path file = root.resolve(".local/logs/rehearsal.log");
    Files.createDirectories(file.getParent());
    PrintStream log = new PrintStream(Files.newOutputStream(file), true, StandardCharsets.UTF_8);
    closing.atEnd(log::close);
    return event -> log.println(event.line());
  }

  /// A person's environment, but with the local AWS, and with another Java than ours by default.
  private static Map<String, String> environment(Path root, Path scratch, Ministack aws)
      throws IOException {
    Path programs =
        Programs.in(scratch.resolve("programs"), root.resolve(".venv/ministack/bin/aws"));
    Map<String, String> environment = new LinkedHashMap<>(System.getenv());
    environment.keySet().removeIf(name -> name.startsWith("AWS_"));
    environment.putAll(CREDENTIALS);
    environment.put("AWS_ENDPOINT_URL", aws.uri().toString());
    environment.put("AWS_CONFIG_FILE", scratch.resolve("none").toString());
    environment.put("AWS_SHARED_CREDENTIALS_FILE", scratch.resolve("none").toString());
    environment.put("AWS_PAGER", "");
    environment.put("SAM_CLI_TELEMETRY", "0");
    environment.put("__SAM_CLI_APP_DIR", scratch.resolve("sam").toString());
    environment.put("TMPDIR", scratch.toString());
    environment.put(
        "PATH",
        String.join(
            ":",
            programs.toString(),
            root.resolve(".venv/bin").toString(),
            String.valueOf(System.getenv("PATH"))));
    return environment;
  }
}
