package io.schemamemory.operator.webhooksecrets;

import static org.assertj.core.api.Assertions.assertThat;

import io.schemamemory.domain.signature.WebhookSecret;
import io.schemamemory.domain.signature.WebhookSecrets;
import io.schemamemory.roles.Login;
import io.schemamemory.testkit.FixedTime;
import io.schemamemory.testkit.Samples;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WebhookSecretsCommandIT extends CommandFixture {
  private static final String OLD = WebhookSecret.of("hunter-old").fingerprint();
  private static final String NEW = WebhookSecret.of("hunter-new").fingerprint();

  private final List<String> everything = new ArrayList<>();

  @AfterEach
  void nothing_that_was_printed_is_a_secret() {
    assertThat(everything)
        .noneMatch(said -> said.contains("hunter") || said.contains(Samples.SECRET))
        .noneMatch(said -> said.contains(database.url(Login.MIGRATOR).password()));
  }

  @Test
  void a_source_is_added_with_its_row_and_again_without_a_change() {
    for (int i = 0; i < 2; i++) {
      Ended ended = command("hunter-old\n", "add", "shop", "--workspace", "other");

      assertThat(ended.status()).as(ended.said()).isZero();
      assertThat(ended.said()).contains(OLD, "/api/planetscale/webhooks/shop");
    }
    assertThat(
            database.rows(
                "select s.name, w.name as workspace from memory.source s join memory.workspace w on w.id = s.workspace_id where s.name = 'shop'"))
        .containsExactly(Map.of("name", "shop", "workspace", "other"));
    assertThat(kept().of("shop").orElseThrow().live()).hasSize(1);
  }

  @Test
  void the_bare_path_is_the_source_default_whose_row_is_there() {
    assertThat(command("hunter-old", "add", "default").said())
        .contains("source default of workspace default", "/api/planetscale/webhooks\n");
  }

  @Test
  void a_source_stays_in_its_workspace() {
    command("hunter-old", "add", "shop", "--workspace", "other");

    Ended ended = command("hunter-old", "add", "shop");

    assertThat(ended.status()).isEqualTo(1);
    assertThat(ended.said()).contains("say --workspace other");
  }

  @Test
  void a_rotation_is_a_new_secret_beside_the_old_one_which_is_then_retired_and_forgotten() {
    database.asOwner("select memory.ensure_month('delivery_body', '" + FixedTime.NOW + "')");
    command("hunter-old", "add", "shop");
    assertThat(command("hunter-new", "rotate", "shop").said()).contains(NEW, OLD);
    assertThat(command("", "retire", "shop", OLD).status()).isZero();
    assertThat(command("", "list").said())
        .containsPattern("shop +default +" + NEW + " +live +never")
        .containsPattern("shop +default +" + OLD + " +retired " + FixedTime.NOW + " +never");

    assertThat(command("", "forget").status()).isZero();
    assertThat(kept().of("shop").orElseThrow().retired())
        .as("the month of its bodies is kept")
        .hasSize(1);

    database.asOwner(
        """
        do $$ declare m record; begin
          for m in select name from memory.month_of('delivery_body') loop
            execute format('drop table %s', m.name);
          end loop;
          perform memory.make_month('delivery_body', timestamptz '2027-01-01 00:00:00+00');
        end $$
        """);
    assertThat(command("", "forget").status()).isZero();
    assertThat(kept().of("shop").orElseThrow().retired()).isEmpty();
    assertThat(kept().of("shop").orElseThrow().live()).hasSize(1);
  }

  @Test
  void the_list_tells_when_a_secret_last_matched_and_which_source_has_none() {
    command(Samples.SECRET, "add", "shop");
    String fingerprint = WebhookSecret.of(Samples.SECRET).fingerprint();
    database.asOwner(
        """
        insert into memory.secret_use (source_id, secret_fingerprint, last_matched_at)
        select id, '%s', '2026-11-20 11:00:00+00' from memory.source where name = 'shop'
        """
            .formatted(fingerprint));

    assertThat(command("", "list").said())
        .containsPattern("shop +default +" + fingerprint + " +live +2026-11-20T11:00:00Z")
        .containsPattern("default +default +- +no secret: add one +-");
  }

  @Test
  void without_a_database_the_list_shows_what_it_can() {
    command("hunter-old", "add", "shop");
    variables.remove("DATABASE_DIRECT_URL");

    Ended ended = command("", "list");

    assertThat(ended.status()).isZero();
    assertThat(ended.said()).containsPattern("shop +\\? +" + OLD + " +live").contains("to see");
  }

  @ParameterizedTest
  @CsvSource({
    "add shop, DATABASE_DIRECT_URL is missing",
    "forget, DATABASE_DIRECT_URL is missing",
    "rotate shop, there is no source of this name",
    "retire shop 0123456789abcdef, there is no source of this name"
  })
  void what_is_refused_is_one_line_and_a_status(String command, String said) {
    variables.remove("DATABASE_DIRECT_URL");

    Ended ended = command("hunter-old", command.split(" ", -1));

    assertThat(ended.status()).isEqualTo(1);
    assertThat(ended.said().lines()).singleElement().asString().startsWith(said);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "add", "add shop hunter-old", "remove shop", "list --secrets"})
  void what_is_not_understood_shows_how_it_is_said(String command) {
    Ended ended = run("", command.isEmpty() ? new String[0] : command.split(" ", -1));

    assertThat(ended.status()).isEqualTo(2);
    everything.add(ended.said());
    assertThat(ended.said()).contains("Usage: bin/webhook-secrets");
  }

  @ParameterizedTest
  @ValueSource(strings = {"--help", "add --help", "retire -h"})
  void help_is_no_mistake(String command) {
    Ended ended = run("", command.split(" ", -1));

    assertThat(ended.status()).isZero();
    assertThat(ended.said()).startsWith("Usage: bin/webhook-secrets");
  }

  @Test
  void a_login_that_may_not_own_is_told_which_may() {
    variables.put("DATABASE_DIRECT_URL", database.direct(Login.READER).reveal());

    assertThat(command("hunter-old", "add", "shop").said())
        .contains("SQLSTATE 42501", "a login that may become memory_owner");
  }

  private Ended command(String input, String... arguments) {
    List<String> all = new ArrayList<>(List.of(arguments));
    all.add("--file=" + file());
    Ended ended = run(input, all.toArray(String[]::new));
    everything.add(ended.said());
    return ended;
  }

  private WebhookSecrets kept() {
    return new FileStore(file()).read();
  }

  private Path file() {
    return folder.resolve("secrets.json");
  }
}
