package io.schemamemory.pollauditlog;

import static org.assertj.core.api.Assertions.assertThat;

import io.schemamemory.roles.Login;
import io.schemamemory.testkit.Rows;
import io.schemamemory.testkit.aws.SecretsManagerServer;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// The function's login is in a secret, and changes while both roles may still enter.
class RotatedLoginIT extends PollerFixture {
  private static final String ID = "schema-memory/database/poll_audit_log";

  @AutoClose private final SecretsManagerServer secrets = SecretsManagerServer.start();

  @BeforeEach
  void theUrlIsInASecret() {
    secrets.environment().forEach(environment::set);
    environment.set("DATABASE_URL", "");
    environment.set("DATABASE_SECRET_ID", ID);
    store();
  }

  @Test
  void a_warm_function_leaves_the_former_role_within_five_minutes() {
    PollAuditLog poller = new PollAuditLog();
    run(poller);
    database.rotate();
    store();

    run(poller);
    assertThat(sessions()).isEmpty();

    TestBeans.NOW.updateAndGet(now -> now.plus(Duration.ofMinutes(5)));
    run(poller);
    assertThat(sessions()).isNotEmpty();
  }

  @Test
  void the_last_login_serves_on_while_the_secret_cannot_be_read() {
    PollAuditLog poller = new PollAuditLog();
    run(poller);
    secrets.refuse(ID, "AccessDeniedException");

    TestBeans.NOW.updateAndGet(now -> now.plus(Duration.ofMinutes(5)));
    assertThat(run(poller).failed()).isZero();
  }

  private void store() {
    secrets.put(ID, database.direct(Login.POLL_AUDIT_LOG).reveal());
  }

  /// Those of the login that is stored.
  private static List<?> sessions() {
    return Rows.of(
        database.administrator(),
        "",
        "select pid from pg_stat_activity where usename = '"
            + database.url(Login.POLL_AUDIT_LOG).user()
            + "'");
  }
}
