package io.schemamemory.operator.planetscale;

import io.schemamemory.operator.RefusedException;
import io.schemamemory.operator.Usage;
import io.schemamemory.operator.aws.ManagedSecret;
import io.schemamemory.operator.input.SecretInput;
import io.schemamemory.planetscale.api.PlanetScaleSettings;
import io.schemamemory.planetscale.api.ServiceToken;
import io.schemamemory.planetscale.tokens.TokensDocument;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ScopeType;
import software.amazon.awssdk.core.exception.SdkException;

/// `bin/planetscale-token`: stores a service token for each organization; prints none.
@Command(
    name = "bin/planetscale-token",
    description = "Stores the service tokens that functions call PlanetScale with; prints none.",
    synopsisSubcommandLabel = "COMMAND")
public final class TokenCommand {
  private static final String ORGANIZATION = "the organization's name, as in its URL";

  private final SecretInput input;
  private final CommandSpec spec;

  @Option(
      names = "--secret-id",
      paramLabel = "NAME",
      scope = ScopeType.INHERIT,
      defaultValue = "schema-memory/planetscale",
      description =
          "the secret of Secrets Manager, as AWS's SDK finds it; without it ${DEFAULT-VALUE}")
  private String secretId = "";

  TokenCommand(SecretInput input) {
    this.input = input;
    this.spec = Usage.of(this);
  }

  /// Runs a command; exits with 1 when it is refused, 2 when it is not understood.
  public static void main(String... arguments) {
    System.exit(new TokenCommand(SecretInput.ofProcess()).commandLine().execute(arguments));
  }

  CommandLine commandLine() {
    return new CommandLine(spec)
        .setParameterExceptionHandler((failure, _) -> Usage.explainUnseen(failure, "a token"))
        .setExecutionExceptionHandler((failure, line, _) -> refuse(failure, line));
  }

  private static int refuse(Exception failure, CommandLine line) throws Exception {
    if (failure instanceof RefusedException
        || failure instanceof SdkException
        || failure instanceof UncheckedIOException) {
      line.getErr().println(failure.getMessage());
      return CommandLine.ExitCode.SOFTWARE;
    }
    throw failure;
  }

  @Command(
      description = {
        "Stores an organization's token, in place of its former one; it is typed, or comes on",
        "standard input. The first organization gets a feed in the workspace default by itself."
      })
  int add(
      @Parameters(paramLabel = "ORGANIZATION", description = ORGANIZATION) String organization,
      @Parameters(paramLabel = "TOKEN_ID", description = "the ID of its service token")
          String tokenId) {
    checked(ORGANIZATION, () -> PlanetScaleSettings.organization(organization));
    checked("TOKEN_ID, not the token itself", () -> ServiceToken.of(tokenId + ":secret"));
    String secret = input.read("service token PlanetScale shows once");
    String token = tokenId + ":" + secret;
    checked("a token as PlanetScale shows it once", () -> ServiceToken.of(token));
    return change(
        was ->
            was.map(document -> document.with(organization, token))
                .orElseGet(() -> TokensDocument.of(organization, token)));
  }

  @Command(description = "Removes an organization's token; its feed then fails each run.")
  int remove(
      @Parameters(paramLabel = "ORGANIZATION", description = ORGANIZATION) String organization) {
    return change(was -> without(was.orElseThrow(this::nothing), organization));
  }

  @Command(description = "Lists the organizations that have a token.")
  int list() {
    TokensDocument document =
        secret().current().map(version -> parse(version.text())).orElseThrow(this::nothing);
    say(document);
    return CommandLine.ExitCode.OK;
  }

  private int change(Function<Optional<TokensDocument>, TokensDocument> change) {
    ManagedSecret secret = secret();
    Optional<ManagedSecret.Version> was = secret.current();
    TokensDocument after = change.apply(was.map(version -> parse(version.text())));
    secret.write(was, after.write());
    say(after);
    spec.commandLine().getOut().println("functions read it at their next run");
    return CommandLine.ExitCode.OK;
  }

  private static TokensDocument without(TokensDocument document, String organization) {
    Map<String, String> rest = new TreeMap<>(document.tokens());
    if (organization.equals(document.own())) {
      throw new RefusedException(
          organization + " is the first organization: replace its token with add");
    }
    if (rest.remove(organization) == null) {
      throw new RefusedException(organization + " has no token");
    }
    return new TokensDocument(document.own(), rest);
  }

  private TokensDocument parse(String text) {
    try {
      return TokensDocument.parse(text);
    } catch (IllegalArgumentException malformed) {
      throw new RefusedException(
          secret() + " is malformed: it must be " + TokensDocument.FORM + "; fix it first");
    }
  }

  private static void checked(String form, Runnable parser) {
    try {
      parser.run();
    } catch (IllegalArgumentException malformed) {
      throw new RefusedException("refused: expected " + form);
    }
  }

  private RefusedException nothing() {
    return new RefusedException("there is no secret " + secretId + " yet: make it with add");
  }

  private ManagedSecret secret() {
    return ManagedSecret.of(secretId, "PlanetScale service tokens, kept by bin/planetscale-token");
  }

  private void say(TokensDocument document) {
    new TreeMap<>(document.tokens())
        .forEach(
            (organization, token) ->
                spec.commandLine()
                    .getOut()
                    .println(organization + " " + token.substring(0, token.indexOf(':'))));
  }
}
