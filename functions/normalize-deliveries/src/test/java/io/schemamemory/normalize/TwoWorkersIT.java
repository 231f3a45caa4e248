package io.schemamemory.normalize;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.schemamemory.bootstrap.Login;
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

  private static final int ROUNDS = 25;

  /// All that is remembered but the numbers of rows, which the order of arrival decides.
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
          "select display_name, named_at from memory.person order by display_name",
          "select observation.key, count(*) from memory.sighting join memory.observation"
              + " on observation.id = observation_id group by key order by key");

  @SystemStub private final EnvironmentVariables environment = new EnvironmentVariables();

  @BeforeEach
  void connect() {
    environment.set("DATABASE_URL", database.url(Login.NORMALIZE_DELIVERIES).reveal());
  }

  @Test
  void two_workers_at_once_lose_nothing() throws Exception {
    List<NormalizeDeliveries> workers =
        List.of(new NormalizeDeliveries(), new NormalizeDeliveries());
    receive(deliveries());
    run(workers.getFirst());
    List<List<Map<String, @Nullable Object>>> alone = memory();

    try (ExecutorService threads = Executors.newFixedThreadPool(2)) {
      for (int round = 0; round < ROUNDS; round++) {
        List<byte[]> shuffled = deliveries();
        Collections.shuffle(shuffled, new Random(round));
        receive(shuffled);
        oneByOne();

        List<Future<Tally>> tallies = threads.invokeAll(together(workers));

        Tally both = tallies.getFirst().get().plus(tallies.getLast().get());
        assertThat(both).isEqualTo(new Tally(shuffled.size(), 0, 0, 0));
        assertThat(memory()).as("round %d", round).isEqualTo(alone);
        assertThat(database.rows("select from memory.pending")).isEmpty();
      }
    }
  }

  private static List<Callable<Tally>> together(List<NormalizeDeliveries> workers) {
    CyclicBarrier together = new CyclicBarrier(workers.size());
    return workers.stream()
        .<Callable<Tally>>map(
            worker ->
                () -> {
                  together.await();
                  return run(worker);
                })
        .toList();
  }

  private static Tally run(NormalizeDeliveries worker) {
    return worker.handleRequest(Map.of(), new LambdaInvocation());
  }

  /// What was tried before is claimed one at a time, so that each worker gets about half.
  private static void oneByOne() {
    database.asOwner("update memory.pending set attempts = 1");
  }

  private static void receive(List<byte[]> bodies) {
    database.empty();
    database.receive(bodies.toArray(byte[][]::new));
  }

  /// Every step of a life twice, by other bytes: the two meet in one observation.
  private static List<byte[]> deliveries() {
    return new ArrayList<>(
        Stream.of(
                "opened",
                "queued",
                "in_progress",
                "pending_cutover",
                "schema_applied",
                "reverted",
                "closed")
            .map(step -> new String(Samples.payload("deploy_request." + step), UTF_8))
            .flatMap(body -> Stream.of(body, body + " "))
            .map(body -> body.getBytes(UTF_8))
            .toList());
  }

  private static List<List<Map<String, @Nullable Object>>> memory() {
    return MEMORY.stream().map(database::rows).toList();
  }
}
