package io.schemamemory.normalizedeliveries;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.schemamemory.job.Counts;
import io.schemamemory.normalizedeliveries.answer.NormalizeCounter;
import io.schemamemory.testkit.LambdaInvocation;
import io.schemamemory.testkit.Samples;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// Two workers that name the same entities concurrently, while one drops some.
class TwoWorkersEntitiesIT extends NormalizerFixture {
  private static final int ROUNDS = 25;

  @Test
  void entities_match_the_facets_although_one_worker_drops_what_the_other_adds() throws Exception {
    List<NormalizeDeliveries> workers =
        List.of(new NormalizeDeliveries(), new NormalizeDeliveries());
    try (ExecutorService threads = Executors.newFixedThreadPool(2)) {
      for (int round = 0; round < ROUNDS; round++) {
        database.receive(branch("ready", "one" + round, "shared" + round));
        run();
        renameAndReadAgain("shared" + round, "alone" + round);
        database.receive(branch("anomaly", "two" + round, "shared" + round));
        // Retried deliveries are claimed one at a time: each worker gets one.
        database.asOwner("update memory.pending set attempts = 1");

        for (Future<Counts<NormalizeCounter>> tally : threads.invokeAll(together(workers))) {
          assertThat(tally.get().count(NormalizeCounter.FAILED)).isZero();
        }
        assertThat(database.rows(Remembered.MISFOLDED)).isEmpty();
      }
    }
    // Two branches a round, an organization and a database.
    assertThat(rows("entity")).hasSize(2 * ROUNDS + 2);
  }

  private static List<Callable<Counts<NormalizeCounter>>> together(
      List<NormalizeDeliveries> workers) {
    CyclicBarrier together = new CyclicBarrier(workers.size());
    return workers.stream()
        .<Callable<Counts<NormalizeCounter>>>map(
            worker ->
                () -> {
                  together.await();
                  return NormalizerFixture.counted(
                      worker.handleRequest(Map.of(), new LambdaInvocation()));
                })
        .toList();
  }

  private static byte[] branch(String event, String id, String name) {
    return Stream.of(new String(Samples.payload("branch." + event), UTF_8))
        .map(body -> body.replace("8uttcz5xsj20", id).replace("add-email-index", name))
        .findFirst()
        .orElseThrow()
        .getBytes(UTF_8);
  }

  private static void renameAndReadAgain(String was, String is) {
    database.asOwner(
        """
        with renamed as (
          update memory.delivery_body
          set body = convert_to(replace(convert_from(body, 'UTF8'), '%1$s"', '%2$s"'), 'UTF8')
          where position('%1$s"' in convert_from(body, 'UTF8')) > 0
          returning delivery_id, received_at
        )
        insert into memory.pending (delivery_id, received_at)
        select delivery_id, received_at from renamed
        """
            .formatted(was, is));
  }
}
