package io.schemamemory.pollauditlog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.schemamemory.planetscale.tokens.TokensDocument;
import io.schemamemory.sealing.keys.KeyFile;
import io.schemamemory.sealing.keys.Purpose;
import io.schemamemory.sealing.keys.Rotation;
import io.schemamemory.sealing.keys.WrappedKeysets;
import io.schemamemory.sealing.keys.WrappingKey;
import io.schemamemory.testkit.LambdaInvocation;
import io.schemamemory.testkit.aws.SecretsManagerServer;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import uk.org.webcompere.systemstubs.jupiter.SystemStub;
import uk.org.webcompere.systemstubs.stream.SystemOut;

/// Token and keyset are in secrets, which a warm function reads again.
class SecretsAtRunTimeIT extends PollerFixture {
  private static final String TOKENS = "schema-memory/planetscale";
  private static final String KEYSET = "schema-memory/sealing";

  @SystemStub private final SystemOut out = new SystemOut();

  @AutoClose private final SecretsManagerServer secrets = SecretsManagerServer.start();

  @BeforeEach
  void nothingIsStoredYet() {
    secrets.environment().forEach(environment::set);
    for (String name :
        List.of(
            "PLANETSCALE_ORGANIZATION",
            "PLANETSCALE_SERVICE_TOKEN_ID",
            "PLANETSCALE_SERVICE_TOKEN",
            "SEALING_KEYSET")) {
      environment.set(name, "");
    }
    environment.set("PLANETSCALE_SECRET_ID", TOKENS);
    environment.set("SEALING_KEYSET_ID", KEYSET);
    environment.set("METRICS_NAMESPACE", "Test");
    log.generate(3, TestBeans.NOW.get(), Duration.ofMinutes(1));
  }

  @Test
  void what_is_not_stored_yet_fails_nothing_and_is_said_until_it_is() {
    PollAuditLog poller = new PollAuditLog();

    assertThat(answer(poller).get("not_connected")).isEqualTo(1L);
    assertThat(invocation.log())
        .contains("not connected yet: no service token is stored", "bin/planetscale-token")
        .contains("no keyset is stored", "bin/keyset");
    assertThat(out.getText()).contains("\"AuditLogNotConnected\":1");

    secrets.put(TOKENS, TokensDocument.of(ORGANIZATION, "polling:s3cret").write());
    assertThat(answer(poller).get("not_connected")).isEqualTo(1L);
    assertThat(invocation.log()).doesNotContain("no service token");

    secrets.put(KEYSET, keysets);
    assertThat(answer(poller).get("not_connected")).isEqualTo(0L);
    assertThat(ledger()).hasSize(3);
    assertThat(out.getText()).contains("\"AuditLogNotConnected\":0");
  }

  @Test
  void a_refused_or_malformed_secret_fails_the_invocation_and_is_not_repeated() {
    store();
    secrets.refuse(TOKENS, "AccessDeniedException");
    assertThatThrownBy(() -> run(new PollAuditLog()))
        .hasMessageContaining("AccessDeniedException for " + TOKENS);

    secrets.behave();
    secrets.put(TOKENS, "{\"organization\":\"acme\",\"tokens\":{\"acme\":\"t0ken\"}}");
    assertThatThrownBy(() -> run(new PollAuditLog()))
        .hasMessageStartingWith("the secret " + TOKENS + " is malformed")
        .hasMessageNotContaining("t0ken");
  }

  @Test
  void a_warm_function_uses_another_token_from_the_next_invocation_on() {
    store();
    PollAuditLog poller = new PollAuditLog();
    run(poller);

    planetScale.revoke("polling:s3cret");
    planetScale.grant("other:t0ken", ORGANIZATION, "read_audit_logs");
    secrets.put(TOKENS, TokensDocument.of(ORGANIZATION, "other:t0ken").write());

    assertThat(run(poller).failed()).isZero();
  }

  @Test
  void a_warm_function_seals_with_another_primary_key_from_the_next_invocation_on() {
    store();
    PollAuditLog poller = new PollAuditLog();
    run(poller);
    String before = sealedWith();

    secrets.put(KEYSET, withAnotherPrimaryKey());
    log.generate(1, TestBeans.NOW.get().plusSeconds(1), Duration.ofMinutes(1));
    run(poller);

    assertThat(sealedWith()).isNotEqualTo(before);
  }

  @Test
  void what_was_read_serves_on_while_secrets_manager_is_unavailable() {
    store();
    PollAuditLog poller = new PollAuditLog();
    run(poller);
    secrets.refuse(TOKENS, "InternalServiceError");
    secrets.refuse(KEYSET, "AccessDeniedException");

    assertThat(run(poller).failed()).isZero();
    assertThat(out.getText()).contains("\"SecretsStale\":1");
  }

  @Test
  void the_doctor_says_what_is_not_stored_yet() {
    DoctorAnswer answer =
        (DoctorAnswer)
            new PollAuditLog().handleRequest(Map.of("command", "doctor"), new LambdaInvocation());

    assertThat(answer.healthy()).isFalse();
    assertThat(String.join("\n", answer.lines()))
        .contains("fail connected: no service token is stored", "fail keyset: no keyset is stored");
  }

  private void store() {
    secrets.put(TOKENS, TokensDocument.of(ORGANIZATION, "polling:s3cret").write());
    secrets.put(KEYSET, keysets);
  }

  private Map<?, ?> answer(PollAuditLog poller) {
    invocation = new LambdaInvocation();
    return (Map<?, ?>) poller.handleRequest(Map.of(), invocation);
  }

  /// The key that the newest entry is sealed with.
  private static String sealedWith() {
    return string(
        "select encode(substring(body for 5), 'hex') from memory.audit_log_entry"
            + " order by created_at desc limit 1");
  }

  private static String withAnotherPrimaryKey() {
    KeyFile key = (KeyFile) WrappingKey.parse(sealingKey);
    WrappedKeysets now = WrappedKeysets.parse(keysets);
    var sealing = now.unwrap(Purpose.SEALING, key);
    var added = Rotation.add(sealing);
    var young =
        added.states().keySet().stream()
            .filter(id -> !sealing.states().containsKey(id))
            .findFirst()
            .orElseThrow();
    return now.with(Rotation.promote(added, young), key).text();
  }
}
