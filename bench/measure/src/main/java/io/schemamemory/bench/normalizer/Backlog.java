package io.schemamemory.bench.normalizer;

import io.schemamemory.bench.harness.BenchDatabase;
import io.schemamemory.bench.harness.BenchSecrets;
import io.schemamemory.bench.harness.DeclaredFunction;
import io.schemamemory.bench.harness.ErrorLogFilter;
import io.schemamemory.data.connection.PooledConnection;
import io.schemamemory.data.connection.TimeLimit;
import io.schemamemory.data.inbox.Inbox;
import io.schemamemory.domain.signature.SignatureVerifier;
import io.schemamemory.domain.signature.Verification.Authentic;
import io.schemamemory.domain.signature.WebhookSecret;
import io.schemamemory.domain.signature.WebhookSecrets;
import io.schemamemory.local.runtime.Code;
import io.schemamemory.local.runtime.Functions;
import io.schemamemory.local.runtime.InvocationOutcome;
import io.schemamemory.local.runtime.Payload;
import io.schemamemory.local.runtime.RuntimeClient;
import io.schemamemory.local.template.Function;
import io.schemamemory.roles.Login;
import io.schemamemory.testkit.Samples;
import io.schemamemory.testkit.webhook.Signatures;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Deliveries of many deploy requests, stored once and normalized repeatedly by the real, warm
/// function.
final class Backlog implements AutoCloseable {
  static final String NORMALIZER = "NormalizeDeliveries";

  /// The generated rows satisfy them; checking each row would take longer than the run.
  private static final String WITHOUT_FOREIGN_KEYS =
      """
      set role memory_owner;
      alter table memory.observation drop constraint observation_workspace_fkey;
      alter table memory.sighting drop constraint sighting_observation_fkey;
      alter table memory.observation_facet drop constraint observation_facet_observation_fkey;
      """;

  private static final String FOUND_AND_WITH_THEM_AGAIN =
      """
      insert into memory.sighting
        (observation_id, channel, reference, kind, event, organization, database_name, sent_at,
         occurred_at, exact, digest, facts, observed_at, received_at)
      select id, 'api', id, kind, kind, organization, database_name, occurred_at, occurred_at, false,
        sha256(key::bytea), '{}', occurred_at, occurred_at
      from memory.observation;
      insert into memory.observation_facet
      select workspace_id, 'organization', organization, occurred_at, id from memory.observation;
      alter table memory.observation add constraint observation_workspace_fkey
        foreign key (workspace_id) references memory.workspace (id) not valid;
      alter table memory.sighting add constraint sighting_observation_fkey
        foreign key (observation_id) references memory.observation (id) not valid;
      alter table memory.observation_facet add constraint observation_facet_observation_fkey
        foreign key (observation_id) references memory.observation (id) on delete cascade not valid;
      analyze memory.observation, memory.sighting, memory.observation_facet
      """;

  /// Deletes what the deliveries wrote, except people, and makes them pending again.
  private static final String AGAIN =
      """
      set role memory_owner;
      with deleted as (
        delete from memory.sighting where channel = 'webhook' returning observation_id)
      delete from memory.observation where id in (select observation_id from deleted);
      truncate memory.pending, memory.deploy_request, memory.entity;
      insert into memory.pending (delivery_id, received_at)
      select id, received_at from memory.delivery
      """;

  private final BenchDatabase database;
  private final Functions functions;

  private Backlog(BenchDatabase database, Functions functions) {
    this.database = database;
    this.functions = functions;
  }

  /// @param deployRequests how many; each has nine deliveries
  static Backlog of(
      int deployRequests,
      BenchDatabase database,
      Path root,
      BenchSecrets stored,
      RuntimeClient client) {
    Function normalizer = DeclaredFunction.of(root, database.credentials(), stored, NORMALIZER);
    receive(deployRequests, database);
    return new Backlog(
        database,
        new Functions(
            List.of(normalizer),
            function -> Code.built(root, function),
            client,
            new ErrorLogFilter()));
  }

  void fill(int observations) {
    database.asAdministrator(
        WITHOUT_FOREIGN_KEYS
            + """
            insert into memory.observation
              (workspace_id, key, kind, organization, database_name, occurred_at, template, people)
            select 1, 'bench/' || i, 'k', 'acme', 'shop',
              timestamptz '2020-01-01Z' + i * interval '30 s', 'it was', '{}'
            from generate_series(1, %d) i;
            """
                .formatted(observations)
            + FOUND_AND_WITH_THEM_AGAIN);
  }

  /// Milliseconds per delivery, normalized by this many instances at once.
  double millis(int workers) {
    return millis(() -> run(workers));
  }

  /// Milliseconds per delivery, normalized by the given action.
  double millis(Runnable normalizing) {
    again();
    int deliveries = database.deliveries();
    long began = System.nanoTime();
    normalizing.run();
    double millis = (System.nanoTime() - began) / 1e6;
    if (database.pending() > 0) {
      throw new IllegalStateException("not all of the backlog was normalized");
    }
    return millis / deliveries;
  }

  /// Makes all deliveries pending again and deletes what they wrote.
  void again() {
    database.asAdministrator(AGAIN);
  }

  private void run(int workers) {
    try (ExecutorService threads = Executors.newFixedThreadPool(workers)) {
      for (Future<?> worker :
          Stream.generate(() -> threads.submit(this::normalize)).limit(workers).toList()) {
        worker.get();
      }
    } catch (ExecutionException | InterruptedException failure) {
      throw new IllegalStateException("a worker failed", failure);
    }
  }

  private @Nullable Void normalize() {
    InvocationOutcome outcome = functions.invoke(NORMALIZER, Payload.of("{}"));
    if (!(outcome instanceof InvocationOutcome.Answered)) {
      throw new IllegalStateException("normalizing " + outcome.summary());
    }
    return null;
  }

  private static void receive(int deployRequests, BenchDatabase database) {
    database.asAdministrator(
        "set role memory_owner; truncate memory.delivery, memory.delivery_body, memory.pending");
    SignatureVerifier verifier =
        new SignatureVerifier(WebhookSecrets.ofBare(WebhookSecret.of(Samples.SECRET)));
    try (PooledConnection connection =
        new PooledConnection(database.credentials().url(Login.RECEIVE_WEBHOOK).orElseThrow())) {
      Inbox inbox = new Inbox(connection);
      for (byte[] body :
          IntStream.range(0, deployRequests).boxed().flatMap(Backlog::life).toList()) {
        String signature = Signatures.sign(Samples.SECRET, body);
        Authentic authentic = (Authentic) verifier.verify(WebhookSecrets.BARE, signature, body);
        inbox.receive(authentic.payload(), TimeLimit.in(Duration.ofSeconds(20)));
      }
    }
  }

  private static Stream<byte[]> life(int number) {
    return Samples.payloads().stream()
        .filter(event -> event.startsWith("deploy_request.") || event.equals("branch.ready"))
        .map(event -> new String(Samples.payload(event), StandardCharsets.UTF_8))
        .map(
            body ->
                body.replace("6k9choww9ktt", "request" + number)
                    .replace("02d8efu10v8v", "run" + number)
                    .replace("8uttcz5xsj20", "branch" + number)
                    .replace("\"number\":42", "\"number\":" + number)
                    .getBytes(StandardCharsets.UTF_8));
  }

  @Override
  public void close() {
    functions.close();
  }
}
