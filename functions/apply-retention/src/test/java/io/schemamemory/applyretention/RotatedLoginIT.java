package io.schemamemory.applyretention;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.schemamemory.roles.Login;
import io.schemamemory.testkit.LambdaInvocation;
import io.schemamemory.testkit.aws.SecretsManagerServer;
import java.util.Map;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// The function's login is in a secret, and changes while a warm function lives.
class RotatedLoginIT extends RetentionFixture {
  private static final String ID = "schema-memory/database/apply_retention";

  @AutoClose private final SecretsManagerServer secrets = SecretsManagerServer.start();

  @BeforeEach
  void theUrlIsInASecret() {
    secrets.environment().forEach(environment::set);
    environment.set("DATABASE_URL", "");
    environment.set("DATABASE_SECRET_ID", ID);
    secrets.put(ID, database.url(Login.APPLY_RETENTION).reveal());
  }

  @Test
  void the_login_is_read_when_it_is_first_needed_and_once() {
    ApplyRetention function = new ApplyRetention();
    assertThat(secrets.calls()).isEmpty();

    apply(function);
    apply(function);

    assertThat(secrets.reads(ID)).isEqualTo(1);
  }

  @Test
  void a_warm_function_enters_with_the_new_login_when_the_former_one_is_shut_out() {
    ApplyRetention function = new ApplyRetention();
    apply(function);

    database.rotate();
    secrets.put(ID, database.url(Login.APPLY_RETENTION).reveal());
    database.retire();

    apply(function);
    assertThat(secrets.reads(ID)).isEqualTo(2);
  }

  @Test
  void so_it_does_without_the_pooler_and_at_another_place() {
    secrets.put(ID, database.direct(Login.APPLY_RETENTION).reveal());
    ApplyRetention function = new ApplyRetention();
    apply(function);

    database.rotate();
    secrets.put(ID, database.pooled(Login.APPLY_RETENTION).reveal());
    database.retire();

    apply(function);
    assertThat(secrets.reads(ID)).isEqualTo(2);
  }

  @Test
  void a_missing_secret_fails_the_invocation_and_the_next_one_works_once_it_is_stored() {
    secrets.remove(ID);
    ApplyRetention function = new ApplyRetention();

    assertThatThrownBy(() -> apply(function))
        .hasMessageContaining("ResourceNotFoundException for " + ID)
        .hasMessageContaining("store it");

    secrets.put(ID, database.url(Login.APPLY_RETENTION).reveal());
    apply(function);
  }

  @Test
  void a_malformed_secret_is_named_and_not_repeated() {
    secrets.put(ID, "postgres://app:hunter2@host/db");

    assertThatThrownBy(() -> apply(new ApplyRetention()))
        .hasMessageStartingWith("the secret " + ID + " is malformed")
        .hasMessageNotContaining("hunter2");
  }

  private void apply(ApplyRetention function) {
    assertThat(counted(function.handleRequest(Map.of(), new LambdaInvocation())).toString())
        .contains("failed=0");
  }
}
