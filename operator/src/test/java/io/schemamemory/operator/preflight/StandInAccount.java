package io.schemamemory.operator.preflight;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.schemamemory.testkit.Samples;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// A checkout whose `aws` answers from files, at first as an account that is ready to deploy.
record StandInAccount(Path checkout) {
  private static final List<String> COPIED =
      List.of("bin/preflight", "template.yaml", "samconfig.toml");
  private static final Path CHECKS = Path.of("operator/src/main/python/preflight");
  private static final List<String> LOGINS =
      List.of(
          "receive_webhook",
          "normalize_deliveries",
          "poll_audit_log",
          "apply_retention",
          "migrator");

  /// Looks for an answer to this very thing, then to any of its kind; a refusal is a file
  /// `.refused`.
  private static final String AWS =
      """
      #!/bin/sh
      [ "$1" = --version ] && { echo aws-cli/2.30.0; exit; }
      thing=$(echo "$4" | tr '/' '_')
      for answer in "$1-$2-$thing" "$1-$2"; do
        [ ! -f "answers/$answer.refused" ] || { cat "answers/$answer.refused" >&2; exit 254; }
        [ ! -f "answers/$answer" ] || { cat "answers/$answer"; exit; }
      done
      echo "An error occurred (ResourceNotFoundException) when calling the It operation: no $thing." >&2
      exit 254
      """;

  static StandInAccount readyIn(Path checkout) {
    StandInAccount account = new StandInAccount(checkout);
    account.copy();
    account.parameters("AlarmEmail: you@example.com\n");
    account.program("tools/aws", AWS);
    // A version manager's python3 would put its own programs before ours.
    account.program(
        "tools/python3",
        "#!/bin/sh\nexec %s \"$@\"\n"
            .formatted(said("python3", "-c", "import sys; print(sys.executable)")));
    for (String tool : List.of("sam", "mvn", "make")) {
      account.program("tools/" + tool, "#!/bin/sh\necho version 4.0\n");
    }
    account.program("bin/with-jdk25", "#!/bin/sh\n[ $1 = mvn ] && echo 3.9 || echo javac 25.0.1\n");
    account.answers(
        "sts-get-caller-identity",
        "{\"Arn\":\"arn:aws:sts::111122223333:assumed-role/deployer/me\"}");
    account.answers("iam-simulate-principal-policy", "{\"EvaluationResults\":[]}");
    account.quota(1000);
    account.refuses(
        "cloudformation-describe-stacks",
        "ValidationError",
        "Stack with id schema-memory does not exist");
    account.refuses("sns-list-subscriptions-by-topic", "NotFound", "Topic does not exist");
    account.refuses(
        "sqs-get-queue-url", "AWS.SimpleQueueService.NonExistentQueue", "no such queue");
    LOGINS.forEach(
        login ->
            account.login(
                login,
                "jdbc:postgresql://aws-eu-central-1-2.pg.psdb.cloud:6432/memory?user=u&password=geheim"));
    return account;
  }

  void quota(int executions) {
    answers(
        "lambda-get-account-settings",
        "{\"AccountLimit\":{\"ConcurrentExecutions\":%1$d,\"UnreservedConcurrentExecutions\":%1$d}}"
            .formatted(executions));
  }

  void login(String login, String url) {
    secret("schema-memory/database/" + login, url);
  }

  void secret(String name, String text) {
    answers(
        "secretsmanager-get-secret-value-" + name.replace('/', '_'),
        "{\"SecretString\":\"%s\"}".formatted(text.replace("\"", "\\\"")));
  }

  void parameters(String yaml) {
    write("parameters/prod.yaml", yaml);
  }

  void answers(String call, String json) {
    write("answers/" + call, json);
  }

  void refuses(String call, String code, String message) {
    write(
        "answers/" + call + ".refused",
        "An error occurred (%s) when calling the It operation: %s".formatted(code, message));
  }

  void forgets(String call) {
    try {
      Files.deleteIfExists(checkout.resolve("answers/" + call));
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  /// Runs `bin/preflight` in the region eu-central-1.
  Outcome preflight(String... options) throws IOException, InterruptedException {
    return preflight(Map.of("AWS_DEFAULT_REGION", "eu-central-1"), options);
  }

  /// Runs `bin/preflight` with a few more variables.
  Outcome preflight(Map<String, String> variables, String... options)
      throws IOException, InterruptedException {
    Path output = checkout.resolve("output");
    ProcessBuilder command =
        new ProcessBuilder(Stream.concat(Stream.of("bin/preflight"), Stream.of(options)).toList())
            .directory(checkout.toFile())
            .redirectErrorStream(true)
            .redirectOutput(output.toFile());
    Map<String, String> environment = command.environment();
    environment.remove("AWS_DEFAULT_REGION");
    environment.put("PATH", checkout.resolve("tools") + ":" + System.getenv("PATH"));
    environment.put("AWS_REGION", "eu-central-1");
    environment.putAll(variables);
    int exit = command.start().waitFor();
    return new Outcome(exit, Files.readString(output));
  }

  /// What a command said, and its exit code.
  record Outcome(int exit, String text) {}

  private static String said(String... command) {
    try {
      Process process = new ProcessBuilder(command).start();
      return new String(process.getInputStream().readAllBytes(), UTF_8).strip();
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  private void copy() {
    try (Stream<Path> checks = Files.list(Samples.root().resolve(CHECKS))) {
      for (String file : COPIED) {
        program(file, Files.readString(Samples.root().resolve(file)));
      }
      for (Path check : checks.filter(Files::isRegularFile).toList()) {
        write(CHECKS.resolve(check.getFileName()).toString(), Files.readString(check));
      }
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  private void program(String name, String text) {
    write(name, text);
    try {
      Files.setPosixFilePermissions(
          checkout.resolve(name), PosixFilePermissions.fromString("rwxr-xr-x"));
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  void write(String name, String text) {
    try {
      Path file = checkout.resolve(name);
      Files.createDirectories(file.getParent());
      Files.writeString(file, text, UTF_8);
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }
}
