package io.schemamemory.operator.webhooksecrets;

import io.schemamemory.domain.signature.SourceName;
import io.schemamemory.domain.signature.SourceSecrets;
import io.schemamemory.domain.signature.WebhookSecret;
import io.schemamemory.domain.signature.WebhookSecrets;
import io.schemamemory.operator.RefusedException;
import io.schemamemory.operator.Usage;
import io.schemamemory.operator.aws.ManagedSecret;
import io.schemamemory.operator.input.SecretInput;
import io.schemamemory.settings.Environment;
import io.schemamemory.settings.SettingException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ScopeType;
import software.amazon.awssdk.core.exception.SdkException;

/// `bin/webhook-secrets`: gives sources their webhook secrets, rotates and retires them.
@Command(
    name = "bin/webhook-secrets",
    description = "Gives sources their webhook secrets, rotates and retires them; prints none.",
    synopsisSubcommandLabel = "COMMAND")
public final class WebhookSecretsCommand {
  private static final String INPUT = "secret PlanetScale shows for the webhook";
  private static final String SOURCE = "the source's name, the last part of its webhook's path";

  private final Environment environment;
  private final SecretInput input;
  private final Clock clock;
  private final CommandSpec spec;

  @Option(
      names = "--file",
      paramLabel = "FILE",
      scope = ScopeType.INHERIT,
      defaultValue = ".local/webhook-secrets.json",
      description = "keep the secrets there; without it in ${DEFAULT-VALUE}")
  private Path file = Path.of("");

  @Option(
      names = "--secret-id",
      paramLabel = "NAME",
      scope = ScopeType.INHERIT,
      description = "keep them in this secret of Secrets Manager instead, as AWS's SDK finds it")
  private @Nullable String secretId;

  WebhookSecretsCommand(Environment environment, SecretInput input, Clock clock) {
    this.environment = environment;
    this.input = input;
    this.clock = clock;
    this.spec = Usage.of(this);
  }

  /// Runs a command; exits with 1 when it is refused, 2 when it is not understood.
  public static void main(String... arguments) {
    Environment environment = Environment.ofProcess();
    System.exit(
        new WebhookSecretsCommand(environment, SecretInput.ofProcess(), Clock.systemUTC())
            .commandLine()
            .execute(arguments));
  }

  CommandLine commandLine() {
    return new CommandLine(spec)
        .setExecutionExceptionHandler((e, line, _) -> refuse(e, line))
        .setParameterExceptionHandler((e, _) -> Usage.explainUnseen(e, "a secret"));
  }

  @Command(description = "Makes a source with its first secret, which is read from standard input.")
  int add(
      @Parameters(paramLabel = "SOURCE", description = SOURCE) String source,
      @Option(
              names = "--workspace",
              defaultValue = "default",
              description = "who may see it; made if need be; default: ${DEFAULT-VALUE}")
          String workspace) {
    if (!SourceName.isWellFormed(source) || !SourceName.isWellFormed(workspace)) {
      throw new RefusedException("the name of a source or a workspace is " + SourceName.FORM);
    }
    WebhookSecret secret = WebhookSecret.of(input.read(INPUT));
    // The row first: without it webhooks would be let in that cannot be stored.
    SourceRows.of(environment).open(source, workspace);
    store().change(new AddSource(source, secret));
    say(
        "source %s of workspace %s lives with %s"
            .formatted(source, workspace, secret.fingerprint()));
    say("its webhook's path: /api/planetscale/webhooks" + path(source));
    return 0;
  }

  @Command(description = "Gives a source a secret more, from standard input; the others live on.")
  int rotate(@Parameters(paramLabel = "SOURCE", description = SOURCE) String source) {
    WebhookSecret secret = WebhookSecret.of(input.read(INPUT));
    WebhookSecrets after = store().change(new RotateSecret(source, secret));
    List<WebhookSecret> live = after.of(source).map(SourceSecrets::live).orElseThrow();
    say(
        "live for "
            + source
            + ": "
            + String.join(", ", live.stream().map(WebhookSecret::fingerprint).toList()));
    say("functions know it within a minute; retire the old one when PlanetScale signs with this");
    return 0;
  }

  @Command(description = "Lets a secret verify nothing new; what it let in can be verified again.")
  int retire(
      @Parameters(paramLabel = "SOURCE", description = SOURCE) String source,
      @Parameters(paramLabel = "FINGERPRINT", description = "the secret's, as list shows it")
          String fingerprint,
      @Option(names = "--close", description = "even if it is the last: the source lets nothing in")
          boolean close) {
    store().change(new RetireSecret(source, fingerprint, clock.instant(), close));
    say("retired for " + source + ": " + fingerprint + "; functions know it within a minute");
    return 0;
  }

  @Command(description = "Forgets retired secrets of which no body is kept any more.")
  int forget() {
    SourceRows rows = SourceRows.of(environment);
    Instant before = rows.bodiesSince();
    WebhookSecrets after = store().change(new ForgetRetired(before));
    say("what was retired before " + before + " is forgotten; there are still");
    new Listing(after, Optional.of(rows.known())).lines().forEach(this::say);
    return 0;
  }

  @Command(description = "Shows every source's secrets by fingerprint.")
  int list() {
    Optional<SourceRows> rows = SourceRows.ifNamed(environment);
    new Listing(store().read(), rows.map(SourceRows::known)).lines().forEach(this::say);
    if (rows.isEmpty()) {
      say("set " + SourceRows.VARIABLE + " to see workspaces and when a secret last matched");
    }
    return 0;
  }

  private Store store() {
    return secretId == null
        ? new FileStore(file)
        : new SecretsManagerStore(
            ManagedSecret.of(secretId, "Webhook secrets, kept by bin/webhook-secrets"));
  }

  private static String path(String source) {
    return source.equals(WebhookSecrets.BARE) ? "" : "/" + source;
  }

  private void say(String line) {
    spec.commandLine().getOut().println(line);
  }

  private static int refuse(Exception failure, CommandLine line) throws Exception {
    if (failure instanceof RefusedException
        || failure instanceof SettingException
        || failure instanceof UncheckedIOException
        || failure instanceof SdkException) {
      line.getErr().println(failure.getMessage());
      return 1;
    }
    throw failure;
  }
}
