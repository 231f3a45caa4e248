package io.schemamemory.pollauditlog;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/// The memory is the same whichever is learned first, webhook or audit entry, or both at once.
class AnyOrderIT extends RememberedFixture {
  /// The whole memory except generated ids, which depend on the order of arrival.
  private static final String REMEMBERED =
      """
      select o.key || ' ' || o.template || coalesce(' duplicates ' || better.key, '')
      from memory.observation o
      left join memory.observation better on better.id = o.duplicate_of
      union all
      select d.template || d.approved || d.approved_at
      from memory.deploy_request d
      union all
      select kind || name || first_seen || last_seen from memory.entity
      order by 1
      """;

  @Test
  void any_order_gives_the_same_memory() {
    List<Runnable> steps = new ArrayList<>(LIFE.stream().map(this::writing).toList());
    steps.add(() -> polled("deploy_request.created", "17:52:36"));
    steps.add(() -> polled("deploy_request.queued", "17:53:31"));
    steps.add(() -> polled("deploy_request.closed", "17:54:46"));
    steps.add(
        () -> {
          AuditedLife.reviewed(log);
          run(poller);
        });
    steps.forEach(Runnable::run);
    List<String> straight = strings(REMEMBERED);
    assertThat(straight).anyMatch(line -> line.contains(" duplicates "));

    for (int round = 0; round < 12; round++) {
      Collections.shuffle(steps, new Random(round));
      database.empty();
      steps.forEach(Runnable::run);
      assertThat(strings(REMEMBERED)).as("round " + round).isEqualTo(straight);
    }
  }

  @Test
  void entry_and_webhook_written_at_once_find_each_other() throws Exception {
    AuditedLife.jane(log, "deploy_request.created", "17:52:36");
    AuditedLife.reviewed(log);
    try (ExecutorService threads = Executors.newFixedThreadPool(2)) {
      for (int round = 0; round < 15; round++) {
        database.empty();
        run(poller);
        database.asOwner(
            "delete from memory.temporal_state; delete from memory.observation_facet;"
                + " delete from memory.sighting; delete from memory.observation;"
                + " delete from memory.deploy_request; delete from memory.audit_log_entry;"
                + " delete from memory.feed_position");
        CyclicBarrier together = new CyclicBarrier(2);
        List<Callable<Boolean>> both =
            List.of(
                () -> {
                  together.await();
                  return poll(poller).entries() == 2;
                },
                () -> {
                  together.await();
                  webhook("opened");
                  return true;
                });
        for (Future<Boolean> done : threads.invokeAll(both)) {
          assertThat(done.get()).isTrue();
        }
        assertThat(read("select kind from timeline order by kind"))
            .containsExactly("deploy_request.opened", "deploy_request_review.approved");
        assertThat(read("select story from story")).asString().contains("by Sam Roe");
      }
    }
  }

  private Runnable writing(String step) {
    return () -> webhook(step);
  }
}
