package io.schemamemory.poll;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.context.ApplicationContext;
import io.schemamemory.testkit.LambdaInvocation;
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
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Audit entries beside the webhooks of the same deploy request, whichever is learned first.
class RememberedIT extends PollerFixture {
  private static final List<String> LIFE =
      List.of("opened", "queued", "in_progress", "schema_applied", "closed");

  /// All that is remembered but the numbers of rows, which the order of arrival decides.
  private static final String REMEMBERED =
      """
      select o.key || ' ' || o.template || coalesce(' told by ' || better.key, '')
      from memory.observation o
      left join memory.observation better on better.id = o.told_by
      union all
      select d.template || d.approved || d.approved_at
      from memory.deploy_request d
      union all
      select kind || name || first_seen || last_seen from memory.entity
      order by 1
      """;

  private ApplicationContext context;
  private PollAuditLog poller;

  @BeforeEach
  void start() {
    context = ApplicationContext.run();
    poller = new PollAuditLog();
  }

  @AfterEach
  void stop() {
    context.close();
  }

  @Test
  void an_approval_reaches_the_story_that_is_told_before() {
    webhook("opened");
    AuditedLife.approved(log);
    run(poller);

    assertThat(read("select story from story"))
        .singleElement()
        .asString()
        .contains("approved at 17:53:10 by Sam Roe");
    assertThat(read("select approved and approved_at is not null from story"))
        .containsExactly("true");
  }

  @Test
  void an_approval_reaches_the_story_that_is_told_after() {
    AuditedLife.approved(log);
    run(poller);
    assertThat(read("select story from story")).isEmpty();
    webhook("opened");

    assertThat(read("select story from story"))
        .singleElement()
        .asString()
        .contains("approved at 17:53:10 by Sam Roe");
  }

  @Test
  void an_approval_that_knows_the_number_alone_reaches_it_too() {
    AuditedLife.reviewed(log);
    run(poller);
    webhook("opened");
    assertThat(read("select story from story")).asString().contains("by Sam Roe");

    database.empty();
    webhook("opened");
    run(poller);
    assertThat(read("select story from story")).asString().contains("by Sam Roe");
  }

  @Test
  void what_a_webhook_tells_better_is_left_out_of_the_timeline() {
    AuditedLife.jane(log, "deploy_request.created", "17:52:36");
    run(poller);
    assertThat(read("select entry from timeline"))
        .containsExactly("Jane Doe created deploy request #42 of acme/shop.");
    webhook("opened");
    AuditedLife.jane(log, "deploy_request.queued", "17:53:30");
    run(poller);
    webhook("queued");

    assertThat(read("select kind from timeline order by occurred_at"))
        .containsExactly("deploy_request.opened", "deploy_request.queued");
    assertThat(strings("select count(*) from memory.observation where told_by is not null"))
        .containsExactly("2");
  }

  @Test
  void what_is_more_than_a_minute_apart_is_something_else() {
    webhook("closed");
    AuditedLife.jane(log, "deploy_request.closed", "17:55:46");
    run(poller);

    assertThat(read("select count(*) from timeline")).containsExactly("2");
  }

  @Test
  void what_a_webhook_no_longer_tells_is_told_by_the_entry_again() {
    AuditedLife.jane(log, "deploy_request.created", "17:52:36");
    run(poller);
    webhook("opened");
    // The same delivery, which a later version reads as something else.
    context.getBean(Webhooks.class).tell("branch.ready", LIFE.indexOf("opened"));

    assertThat(read("select kind from timeline order by kind"))
        .containsExactly("branch.ready", "deploy_request.created");
  }

  @Test
  void an_entry_is_found_by_what_it_is_about() {
    AuditedLife.approved(log);
    run(poller);

    assertThat(read("select entry from search('{\"deploy_request\": \"acme/shop/42\"}')"))
        .containsExactly("Sam Roe approved deploy request #42 of acme/shop.");
    assertThat(
            read(
                "select entry from search('{\"kind\": \"deploy_request.approved\", \"database\": \"acme/shop\"}')"))
        .hasSize(1);
    assertThat(read("select name from memory.entity order by name"))
        .containsExactly("acme", "acme/shop", "acme/shop/42");
  }

  @Test
  void any_order_gives_the_same_memory() {
    List<Runnable> steps = new ArrayList<>(LIFE.stream().map(this::telling).toList());
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
    assertThat(straight).anyMatch(line -> line.contains(" told by "));

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
            "truncate memory.observation, memory.sighting, memory.observation_facet,"
                + " memory.temporal_state, memory.deploy_request, memory.audit_log_entry,"
                + " memory.feed_position");
        CyclicBarrier together = new CyclicBarrier(2);
        List<Callable<Boolean>> both =
            List.of(
                () -> {
                  together.await();
                  return poller.handleRequest(Map.of(), new LambdaInvocation()).entries() == 2;
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

  private Runnable telling(String step) {
    return () -> webhook(step);
  }

  private void polled(String did, String at) {
    AuditedLife.jane(log, did, at);
    run(poller);
  }

  private void webhook(String step) {
    context.getBean(Webhooks.class).tell("deploy_request." + step, LIFE.indexOf(step));
  }
}
