package io.schemamemory.migrateschema.deploy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.schemamemory.migrateschema.Applied;
import io.schemamemory.migrateschema.MigrateSchema;
import io.schemamemory.migrateschema.MigrationException;
import io.schemamemory.migrateschema.SchemaKept;
import io.schemamemory.testkit.EmptyDatabase;
import io.schemamemory.testkit.LambdaInvocation;
import java.io.IOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import uk.org.webcompere.systemstubs.environment.EnvironmentVariables;
import uk.org.webcompere.systemstubs.jupiter.SystemStub;
import uk.org.webcompere.systemstubs.jupiter.SystemStubsExtension;

/// The function as CloudFormation invokes it.
@ExtendWith(SystemStubsExtension.class)
@Timeout(120)
class DeployIT {
  private static final String NOBODY =
      "jdbc:postgresql://127.0.0.1:1/memory?user=app&password=hunter2";

  @SystemStub private final EnvironmentVariables environment = new EnvironmentVariables();
  private final AnswerBucket bucket = new AnswerBucket();
  private final LambdaInvocation invocation = new LambdaInvocation();

  @AfterEach
  void close() {
    bucket.close();
  }

  @Test
  void a_new_stack_and_each_upgrade_are_migrated_and_told_so() throws IOException {
    EmptyDatabase database = EmptyDatabase.bootstrapped();
    use(database.migrator().reveal());

    Applied created = (Applied) invoke("stack-created");
    Applied updated = (Applied) invoke("stack-updated");

    assertThat(created.migrations()).startsWith("V001 create workspaces and readers");
    assertThat(updated.migrations()).isEmpty();
    assertThat(bucket.puts())
        .extracting(put -> put.fields().get("Status"))
        .containsExactly("SUCCESS", "SUCCESS");
    assertThat(bucket.puts().getFirst().fields())
        .containsEntry("Reason", created.sentence())
        .containsEntry("LogicalResourceId", "Migration");
    assertThat(bucket.puts().getLast().fields())
        .containsEntry("Reason", "nothing to apply; the schema has version " + created.version());
    assertThat(invocation.log()).contains("answered CloudFormation SUCCESS: nothing to apply");
  }

  @ParameterizedTest
  @ValueSource(strings = {"stack-created", "stack-updated"})
  void a_database_that_fails_fails_the_deploy_and_says_why(String sample) {
    use(NOBODY);

    assertThatThrownBy(() -> invoke(sample)).isInstanceOf(MigrationException.class);

    assertThat(bucket.only().fields())
        .containsEntry("Status", "FAILED")
        .containsEntry("PhysicalResourceId", "schema-memory")
        .hasEntrySatisfying(
            "Reason",
            reason ->
                assertThat(reason)
                    .startsWith("PostgreSQL at 127.0.0.1:1 cannot be reached")
                    .doesNotContain("hunter2"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"stack-went-back", "stack-deleted"})
  void going_back_and_deleting_succeed_without_the_database(String sample) throws IOException {
    use(NOBODY);

    assertThat(invoke(sample)).isInstanceOf(SchemaKept.class);
    assertThat(bucket.only().fields()).containsEntry("Status", "SUCCESS");
  }

  @Test
  void a_migration_that_is_too_slow_fails_the_deploy_before_lambda_ends_it() throws Exception {
    EmptyDatabase database = EmptyDatabase.bootstrapped();
    use(database.migrator().reveal());
    try (Connection other = DriverManager.getConnection(database.migrator().reveal());
        Statement statement = other.createStatement();
        ExecutorService threads = Executors.newSingleThreadExecutor()) {
      // The first migration waits until the other is gone.
      other.setAutoCommit(false);
      statement.execute("set role memory_owner; create table memory.workspace ()");
      Future<Object> deploy =
          threads.submit(
              () ->
                  new MigrateSchema()
                      .handleRequest(
                          request("stack-created"), new LambdaInvocation(Duration.ofSeconds(22))));
      bucket.awaitFirst();
      other.rollback();

      assertThat(deploy.get()).as("what had begun ends well").isInstanceOf(Applied.class);
      assertThat(bucket.only().fields())
          .containsEntry("Status", "FAILED")
          .hasEntrySatisfying(
              "Reason", reason -> assertThat(reason).contains("longer than Lambda allows"));
    }
  }

  @Test
  void a_bucket_that_hangs_fails_the_invocation_in_time() {
    use(NOBODY);
    bucket.hanging();
    LambdaInvocation brief = new LambdaInvocation(Duration.ofSeconds(24));

    assertThatThrownBy(() -> new MigrateSchema().handleRequest(request("stack-deleted"), brief))
        .isInstanceOf(UnansweredException.class);
    assertThat(brief.getRemainingTimeInMillis()).isPositive();
  }

  @Test
  void a_request_that_names_another_address_changes_nothing() throws IOException {
    EmptyDatabase database = EmptyDatabase.bootstrapped();
    use(database.migrator().reveal());
    Map<String, Object> request = request("stack-created");
    request.put("ResponseURL", "https://example.com/");

    assertThatThrownBy(() -> new MigrateSchema().handleRequest(request, invocation))
        .isInstanceOf(IllegalArgumentException.class);
    assertThat(database.owners()).isEmpty();
  }

  private void use(String url) {
    environment.set("DATABASE_URL", url);
  }

  private Object invoke(String sample) throws IOException {
    return new MigrateSchema().handleRequest(request(sample), invocation);
  }

  private Map<String, Object> request(String sample) throws IOException {
    Map<String, Object> request = new HashMap<>(StackRequestTest.sample(sample));
    request.put("ResponseURL", bucket.url());
    return request;
  }
}
