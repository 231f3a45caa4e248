package io.schemamemory.normalizedeliveries;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.schemamemory.job.Counts;
import io.schemamemory.normalizedeliveries.answer.NormalizeCounter;
import io.schemamemory.roles.Login;
import io.schemamemory.testkit.LambdaInvocation;
import io.schemamemory.testkit.MemoryDatabase;
import io.schemamemory.testkit.Samples;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.RegisterExtension;
import uk.org.webcompere.systemstubs.environment.EnvironmentVariables;
import uk.org.webcompere.systemstubs.jupiter.SystemStub;
import uk.org.webcompere.systemstubs.jupiter.SystemStubsExtension;

/// Two workers that fold one deploy request at the same time.
@ExtendWith(SystemStubsExtension.class)
class TwoWorkersIT {
  @RegisterExtension static final MemoryDatabase database = new MemoryDatabase();

  private static final List<byte[]> LIFE =
      Stream.of(
              "opened",
              "queued",
              "in_progress",
              "pending_cutover",
              "schema_applied",
              "reverted",
              "closed")
          .map(step -> Samples.payload("deploy_request." + step))
          .toList();

  /// The whole memory except generated ids, which depend on the order of arrival.
  private static final List<String> MEMORY =
      List.of(
          """
          select o.key, o.kind, o.branch, o.occurred_at, o.template, names.names
          from memory.observation o
          cross join lateral (
            select string_agg(p.display_name, ',' order by place) as names
            from unnest(o.people) with ordinality as one (person_id, place)
            join memory.person p on p.id = one.person_id) as names
          order by o.key
          """,
          """
          select (to_jsonb(d) - 'id' - 'people' - 'opened_by' - 'queued_by' - 'deployed_by'
            - 'reverted_by' - 'closed_by')::text as story, cardinality(d.people) as people
          from memory.deploy_request d
          """,
          "select observation.key, count(*) from memory.sighting join memory.observation"
              + " on observation.id = observation_id group by key order by key",
          Remembered.FACETS,
          Remembered.ENTITIES,
          Remembered.STATES);

  @SystemStub private final EnvironmentVariables environment = new EnvironmentVariables();

  private List<NormalizeDeliveries> workers;

  @BeforeEach
  void start() {
    environment.set("DATABASE_URL", database.url(Login.NORMALIZE_DELIVERIES).reveal());
    environment.set("PLANETSCALE_WEBHOOK_SECRET", Samples.SECRET);
    workers = List.of(new NormalizeDeliveries(), new NormalizeDeliveries());
  }

  @Test
  void two_milestones_folded_concurrently_are_both_kept() throws Exception {
    receive(LIFE);
    run(workers.getFirst());
    try (ExecutorService threads = Executors.newFixedThreadPool(2)) {
      for (int i = 0; i < LIFE.size(); i++) {
        for (int j = 0; j < i; j++) {
          assertSameAsAlone(threads, List.of(LIFE.get(i), LIFE.get(j)));
        }
      }
    }
  }

  @Test
  void two_workers_folding_the_same_lifecycle_give_the_same_story() throws Exception {
    List<byte[]> twice = new ArrayList<>(LIFE);
    LIFE.forEach(body -> twice.add((new String(body, UTF_8) + " ").getBytes(UTF_8)));
    try (ExecutorService threads = Executors.newFixedThreadPool(2)) {
      for (int round = 0; round < 10; round++) {
        Collections.shuffle(twice, new Random(round));
        assertSameAsAlone(threads, twice);
      }
    }
  }

  @Test
  void the_best_sighting_wins_against_a_concurrent_worse_one() throws Exception {
    receive(List.of());
    try (ExecutorService threads = Executors.newFixedThreadPool(2)) {
      for (int branch = 0; branch < 20; branch++) {
        database.receive(ready(branch, "early"));
        run(workers.getFirst());
        database.receive(ready(branch, "later"), ready(branch, "newest"));
        oneByOne();

        for (Future<Counts<NormalizeCounter>> tally : threads.invokeAll(together(workers))) {
          assertThat(tally.get().count(NormalizeCounter.FAILED)).isZero();
        }
      }
    }
    assertThat(database.rows("select template from memory.observation"))
        .hasSize(20)
        .allSatisfy(row -> assertThat(row.toString()).contains(" made from newest by "));
  }

  private void assertSameAsAlone(ExecutorService threads, List<byte[]> bodies) throws Exception {
    receive(bodies);
    run(workers.getFirst());
    List<List<Map<String, @Nullable Object>>> alone = memory();
    receive(bodies);
    oneByOne();

    List<Future<Counts<NormalizeCounter>>> tallies = threads.invokeAll(together(workers));

    Counts<NormalizeCounter> both = tallies.getFirst().get().plus(tallies.getLast().get());
    assertThat(both).isEqualTo(NormalizerFixture.counts(bodies.size(), 0, 0, 0));
    assertThat(memory()).isEqualTo(alone);
  }

  private static List<Callable<Counts<NormalizeCounter>>> together(
      List<NormalizeDeliveries> workers) {
    CyclicBarrier together = new CyclicBarrier(workers.size());
    return workers.stream()
        .<Callable<Counts<NormalizeCounter>>>map(
            worker ->
                () -> {
                  together.await();
                  return run(worker);
                })
        .toList();
  }

  private static Counts<NormalizeCounter> run(NormalizeDeliveries worker) {
    return NormalizerFixture.counted(worker.handleRequest(Map.of(), new LambdaInvocation()));
  }

  /// Retried deliveries are claimed one at a time, so that each worker gets about half.
  private static void oneByOne() {
    database.asOwner("update memory.pending set attempts = 1");
  }

  /// Empties the memory except people, entities and the story's row: inserting one of these makes
  /// the other worker wait, which would hide a missing lock.
  private static void receive(List<byte[]> bodies) {
    database.asOwner(
        """
        delete from memory.pending;
        delete from memory.delivery;
        delete from memory.delivery_body;
        delete from memory.temporal_state;
        delete from memory.observation_facet;
        delete from memory.sighting;
        delete from memory.observation;
        """);
    database.receive(bodies.toArray(byte[][]::new));
  }

  /// Bodies about one branch in one second that differ in what they know.
  private static byte[] ready(int branch, String parent) {
    String minute = String.valueOf(List.of("early", "later", "newest").indexOf(parent));
    return new String(Samples.payload("branch.ready"), UTF_8)
        .replace("8uttcz5xsj20", "branch" + branch)
        .replace("\"updated_at\":\"2026-05-02T17:5", "\"updated_at\":\"2026-05-02T17:" + minute)
        .replace("\"parent_branch\":\"main\"", "\"parent_branch\":\"" + parent + "\"")
        .getBytes(UTF_8);
  }

  private static List<List<Map<String, @Nullable Object>>> memory() {
    return MEMORY.stream().map(database::rows).toList();
  }
}
