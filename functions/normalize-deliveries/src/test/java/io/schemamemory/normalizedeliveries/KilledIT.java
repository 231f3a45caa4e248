package io.schemamemory.normalizedeliveries;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.schemamemory.data.connection.DatabaseException;
import io.schemamemory.normalizedeliveries.batch.ClaimSize;
import io.schemamemory.testkit.KillPoint;
import io.schemamemory.testkit.LambdaInvocation;
import io.schemamemory.testkit.Samples;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.IntConsumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Runs killed before and after every statement and commit, each completed by another run.
class KilledIT extends NormalizerFixture {
  private static final KillPoint LIFESPAN = KillableDataSource.LIFESPAN;

  /// Normalized before any run is killed.
  private static final byte[] FORMER = Samples.payload("branch.ready");

  /// As people read it; entries of one moment are sorted by text, not by arrival.
  private static final String READ =
      """
      select array_to_string(
        array(
          select to_char(occurred_at at time zone 'UTC', 'HH24:MI:SS.MS') || ' ' || entry as line
          from memory.timeline
          order by line)
        || array(select outcome || ': ' || story from memory.story)
        || array(select 'quarantined: ' || reason from memory.quarantine order by reason),
        E'\\n')
      """;

  /// All but the deliveries.
  private static final String FORGET =
      """
      delete from memory.pending;
      delete from memory.quarantine;
      delete from memory.temporal_state;
      delete from memory.observation_facet;
      delete from memory.entity;
      delete from memory.sighting;
      delete from memory.observation;
      delete from memory.deploy_request;
      delete from memory.person_identity;
      delete from memory.person;
      """;

  private static final String PEND =
      "insert into memory.pending (delivery_id, received_at)"
          + " select id, received_at from memory.delivery where id ";

  private NormalizeDeliveries normalizer;

  /// A retried delivery is a batch of its own.
  private int attempts;

  @BeforeEach
  void startOnce() {
    environment.set("MORTAL", "true");
    LIFESPAN.endNever();
    normalizer = new NormalizeDeliveries();
  }

  @AfterEach
  void live() {
    LIFESPAN.endNever();
  }

  @Test
  void after_a_run_killed_at_any_step_the_next_run_gives_the_same_result() {
    database.receive(deliveries());
    resetMemory();
    String before = memory();
    normalize();
    String undisturbed = memory();
    assertThat(undisturbed).contains("reverted: ", "branch.teleported", "quarantined: ");

    int steps =
        killedAtEveryStep(
            undisturbed,
            step -> assertThat(memory()).as("killed at " + step).isIn(before, undisturbed));

    assertThat(steps).isGreaterThan(80);
  }

  @Test
  void a_run_killed_while_writing_one_batch_and_reading_the_next_is_completed_by_another() {
    TestBeans.CLAIM_SIZE.set(new ClaimSize(1));
    normalizer = new NormalizeDeliveries();
    database.receive(FORMER, Samples.payload("deploy_request.queued"), "not json".getBytes(UTF_8));
    resetMemory();
    normalize();
    String undisturbed = memory();
    assertThat(undisturbed).contains("queued", "quarantined: ");

    int steps = killedAtEveryStep(undisturbed, _ -> {});

    assertThat(steps).isGreaterThan(100);
  }

  @Test
  void a_retried_delivery_costs_no_other_delivery_an_attempt() {
    attempts = 1;
    database.receive(FORMER, "not json".getBytes(UTF_8), "nor this".getBytes(UTF_8));
    resetMemory();
    normalize();
    String undisturbed = memory();

    int steps =
        killedAtEveryStep(
            undisturbed,
            step ->
                assertThat(database.rows("select from memory.pending where attempts > 1"))
                    .as("killed at " + step)
                    .hasSizeLessThan(2));

    assertThat(steps).isGreaterThan(40);
  }

  private int killedAtEveryStep(String undisturbed, IntConsumer look) {
    int step = 1;
    for (; killed(step); step++) {
      look.accept(step);

      lapse();
      normalize();

      assertThat(memory()).as("killed at step " + step).isEqualTo(undisturbed);
      assertThat(rows("pending")).isEmpty();
    }
    return step;
  }

  /// The former one, then a whole lifecycle, a branch, an unknown event, an unreadable body, and
  /// the former again.
  private static byte[][] deliveries() {
    List<byte[]> bodies = new ArrayList<>(List.of(FORMER));
    bodies.addAll(life());
    bodies.add(Samples.payload("branch.anomaly"));
    String test = new String(Samples.payload("webhook.test"), UTF_8);
    bodies.add(test.replace("webhook.test", "branch.teleported").getBytes(UTF_8));
    bodies.add("not json".getBytes(UTF_8));
    bodies.add((new String(FORMER, UTF_8) + " ").getBytes(UTF_8));
    return bodies.toArray(byte[][]::new);
  }

  /// The former delivery is remembered, the others are pending.
  private void resetMemory() {
    database.asOwner(FORGET + PEND + "= (select min(id) from memory.delivery)");
    normalize();
    database.asOwner(PEND + "> (select min(id) from memory.delivery)");
    database.asOwner("update memory.pending set attempts = " + attempts);
  }

  private boolean killed(int step) {
    resetMemory();
    LIFESPAN.endAt(step);
    try {
      normalize();
    } catch (DatabaseException | IllegalStateException killed) {
      // The run fails where it is killed: at a claim, or because a batch was not written.
    }
    boolean killed = LIFESPAN.isOver();
    LIFESPAN.endNever();
    return killed;
  }

  private void normalize() {
    normalizer.handleRequest(Map.of(), new LambdaInvocation());
  }

  private static void lapse() {
    database.asOwner("update memory.pending set not_before = clock_timestamp() - interval '1 s'");
  }

  private static String memory() {
    return database.rows(READ) + Remembered.text();
  }
}
