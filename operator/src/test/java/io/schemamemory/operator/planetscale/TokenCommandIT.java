package io.schemamemory.operator.planetscale;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.schemamemory.operator.input.SecretInput;
import io.schemamemory.planetscale.tokens.TokensDocument;
import io.schemamemory.testkit.aws.SecretsManagerServer;
import java.io.ByteArrayInputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import uk.org.webcompere.systemstubs.environment.EnvironmentVariables;
import uk.org.webcompere.systemstubs.jupiter.SystemStub;
import uk.org.webcompere.systemstubs.jupiter.SystemStubsExtension;

/// The command over AWS's SDK and HTTP.
@ExtendWith(SystemStubsExtension.class)
class TokenCommandIT {
  private static final String ID = "schema-memory/planetscale";

  @SystemStub private final EnvironmentVariables aws = new EnvironmentVariables();

  @AutoClose private final SecretsManagerServer secrets = SecretsManagerServer.start();

  private String said = "";

  @BeforeEach
  void account() {
    secrets.environment().forEach(aws::set);
  }

  @Test
  void the_first_token_makes_the_secret_and_its_organization_is_the_first() {
    assertThat(run("t0ken\n", "add", "acme", "id1")).isZero();
    assertThat(run("other", "add", "beta", "id2")).isZero();

    assertThat(stored())
        .isEqualTo(new TokensDocument("acme", Map.of("acme", "id1:t0ken", "beta", "id2:other")));
    assertThat(run("", "list")).isZero();
    assertThat(said).contains("acme id1", "beta id2").doesNotContain("t0ken", "other");
  }

  @Test
  void a_second_token_of_an_organization_replaces_its_first() {
    assertThat(run("t0ken", "add", "acme", "id1")).isZero();
    assertThat(run("newer", "add", "acme", "id3")).isZero();

    assertThat(stored()).isEqualTo(TokensDocument.of("acme", "id3:newer"));
  }

  @Test
  void only_a_further_organization_is_removed() {
    assertThat(run("t0ken", "add", "acme", "id1")).isZero();
    assertThat(run("other", "add", "beta", "id2")).isZero();

    assertThat(run("", "remove", "beta")).isZero();
    assertThat(run("", "remove", "beta")).isOne();
    assertThat(run("", "remove", "acme")).isOne();
    assertThat(said).contains("replace its token with add");
    assertThat(stored()).isEqualTo(TokensDocument.of("acme", "id1:t0ken"));
  }

  @ParameterizedTest
  @CsvSource({
    "'', add acme id1, 1, there is no secret",
    "t0 ken, add acme id1, 1, refused",
    "t0ken, add acme pscale_tkn_x, 1, refused: expected TOKEN_ID",
    "t0ken, add acme id1 pscale_tkn_hunter2, 2, a word too many",
    "'', list, 1, make it with add"
  })
  void what_cannot_be_stored_is_refused_and_not_repeated(
      String input, String arguments, int status, String reason) {
    assertThat(run(input, arguments.split(" ", -1))).isEqualTo(status);

    assertThat(said).contains(reason).doesNotContain("t0", "hunter2", "tkn_x");
    assertThat(secrets.text(ID)).isEmpty();
  }

  @Test
  void whoever_was_faster_is_not_overwritten() {
    assertThat(run("t0ken", "add", "acme", "id1")).isZero();
    String faster = TokensDocument.of("acme", "id9:faster").write();
    secrets.beforeMove(() -> secrets.put(ID, faster));

    assertThat(run("other", "add", "beta", "id2")).isOne();
    assertThat(said).startsWith("somebody else changed the secret " + ID);
    assertThat(secrets.text(ID)).contains(faster);
  }

  private TokensDocument stored() {
    return TokensDocument.parse(secrets.text(ID).orElseThrow());
  }

  private int run(String input, String... arguments) {
    StringWriter printed = new StringWriter();
    int status =
        new TokenCommand(
                new SecretInput(new ByteArrayInputStream(input.getBytes(UTF_8)), Optional.empty()))
            .commandLine()
            .setOut(new PrintWriter(printed, true))
            .setErr(new PrintWriter(printed, true))
            .execute(arguments);
    said = printed.toString();
    return status;
  }
}
