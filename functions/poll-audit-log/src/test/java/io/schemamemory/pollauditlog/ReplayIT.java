package io.schemamemory.pollauditlog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.STRING;

import io.micronaut.core.type.Argument;
import io.micronaut.json.JsonMapper;
import io.schemamemory.pollauditlog.ledger.EntryReader;
import io.schemamemory.pollauditlog.replay.EntriesReplayed;
import io.schemamemory.pollauditlog.replay.EntryReplayer;
import io.schemamemory.testkit.FixedTime;
import io.schemamemory.testkit.LambdaInvocation;
import io.schemamemory.testkit.Samples;
import io.schemamemory.testkit.planetscale.Fault;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// Entries that a newer version can read leave quarantine, even if PlanetScale no longer shows
/// them.
class ReplayIT extends ReplayFixture {
  private static final String STILL = "the body has no audit_action 2 " + EntryReader.VERSION;

  @Test
  void an_entry_that_has_become_readable_reaches_ledger_and_memory_as_if_polled()
      throws IOException {
    log.add("a", FixedTime.NOW, entry("a"));
    run();
    List<String> polled = memory();
    database.empty();
    TestBeans.NOW.updateAndGet(now -> now.plus(Duration.ofDays(16)));
    log.keepFor(Duration.ofDays(15));
    run();
    assertThat(memory()).isEmpty();
    quarantine(entry("a"));
    long id = ids().getFirst();

    assertThat(replay(sample())).isEqualTo(new EntriesReplayed(1, 0, 0, 0, id, true));

    assertThat(memory()).isEqualTo(polled).isNotEmpty();
    assertThat(quarantined()).isEmpty();
    assertThat(invocation.log()).contains("replayed so far EntriesReplayed[read=1, ");
  }

  @Test
  void an_entry_shown_again_after_its_replay_is_stored_once() {
    quarantine(entry("a"));
    replay(EVERYTHING);
    log.add("a", FixedTime.NOW, entry("a"));

    assertThat(run().entries()).isZero();

    assertThat(ledger()).containsExactly("a");
    assertThat(read("select entry from timeline")).hasSize(1);
  }

  @Test
  void an_entry_already_in_the_ledger_leaves_quarantine_without_a_duplicate() {
    quarantine(entry("a"));
    log.add("a", FixedTime.NOW, entry("a").replace("203.0.113.7", "203.0.113.8"));
    assertThat(run().entries()).isEqualTo(1);

    assertThat(replay(EVERYTHING))
        .extracting(EntriesReplayed::read, EntriesReplayed::known)
        .containsExactly(0L, 1L);

    assertThat(read("select entry from timeline")).hasSize(1);
    assertThat(quarantined()).isEmpty();
  }

  @Test
  void a_concurrent_poll_of_the_same_entry_stores_no_duplicate() {
    quarantine(entry("a"));
    log.add("a", FixedTime.NOW, entry("a"));
    AtomicReference<EntriesReplayed> replayed = new AtomicReference<>();
    planetScale.script().next(1, Fault.meanwhile(() -> replayed.set(replay(EVERYTHING))));

    assertThat(poll(new PollAuditLog()).entries()).isZero();

    assertThat(replayed.get()).extracting(EntriesReplayed::read).isEqualTo(1L);
    assertThat(read("select entry from timeline")).hasSize(1);
  }

  @Test
  void an_entry_that_is_still_unreadable_stays_with_one_more_attempt_and_stops_no_other() {
    quarantine(
        UNREADABLE, entry("a"), entry("b").replace("2026-05-02T17:52:36", "2099-01-01T00:00:00"));

    assertThat(replay(EVERYTHING))
        .extracting(EntriesReplayed::read, EntriesReplayed::unreadable, EntriesReplayed::finished)
        .containsExactly(1L, 2L, true);
    replay(EVERYTHING);

    assertThat(ledger()).containsExactly("a");
    assertThat(quarantined())
        .containsExactly(
            "the body has no audit_action 3 " + EntryReader.VERSION,
            "writing it failed with SQLSTATE 22008 3 " + EntryReader.VERSION);
  }

  @Test
  void a_reason_replays_only_the_items_quarantined_for_it() {
    restFor("one", entry("a"));
    restFor("another", entry("b"));

    assertThat(replay(Map.of("command", "replay", "reason", "another")).read()).isEqualTo(1);

    assertThat(ledger()).containsExactly("b");
    assertThat(quarantined()).containsExactly("one 1 0.0.1");
  }

  @Test
  void entries_are_replayed_by_their_ids() {
    quarantine(entry("a"), entry("b"), UNREADABLE);

    EntriesReplayed replayed =
        replay(Map.of("command", "replay", "entries", List.of(ids().get(1), ids().get(2))));

    assertThat(replayed)
        .extracting(EntriesReplayed::read, EntriesReplayed::unreadable)
        .containsExactly(1L, 1L);
    assertThat(quarantined()).containsExactly(OLD_REASON + " 1 0.0.1", STILL);
  }

  @Test
  void each_feed_keeps_its_own_entries() {
    database.asOwner("insert into memory.feed (workspace_id, organization) values (1, 'other')");
    quarantine(entry("a"));
    quarantine("other", OLD_REASON, List.of(entry("a")));

    assertThat(replay(EVERYTHING).read()).isEqualTo(2);

    assertThat(
            strings(
                "select f.organization from memory.audit_log_entry e"
                    + " join memory.feed f on f.id = e.feed_id order by 1"))
        .containsExactly(ORGANIZATION, "other");
  }

  @Test
  void many_are_replayed_batch_by_batch_and_a_replay_continues_after_an_entry() {
    int number = 2 * EntryReplayer.BATCH + 50;
    quarantine(IntStream.range(0, number).mapToObj(i -> entry("e" + i)).toArray(String[]::new));
    long tenth = ids().get(9);
    assertThat(new PollAuditLog().handleRequest(EVERYTHING, new LambdaInvocation(Duration.ZERO)))
        .isEqualTo(new EntriesReplayed(0, 0, 0, 0, 0, false));

    assertThat(replay(Map.of("command", "replay", "quarantined", true, "after", tenth)))
        .extracting(EntriesReplayed::read, EntriesReplayed::finished)
        .containsExactly(number - 10L, true);

    // The last one finds nothing more: batches are bounded in bytes, too, so a short one is not the
    // end.
    assertThat(invocation.log().lines().filter(line -> line.startsWith("replayed so far")))
        .hasSize(4)
        .last(STRING)
        .contains("finished=true");
    assertThat(quarantined()).hasSize(10);
  }

  @Test
  void a_second_replay_fails_because_the_first_still_runs() {
    database.asOwner(
        "insert into memory.lease values ('poll-audit-log replay', 'the first', now() + interval '1 minute', 1)");
    quarantine(entry("a"));

    assertThatThrownBy(() -> replay(EVERYTHING))
        .hasMessageStartingWith("another replay is running");

    assertThat(ledger()).isEmpty();
  }

  private static List<String> memory() {
    return strings(
        """
        select concat_ws(' ', o.key, o.kind, o.template, o.occurred_at, s.kind, s.facts,
          e.action, e.actor_id, e.remote_ip_hash)
        from memory.observation o
        join memory.sighting s on s.observation_id = o.id
        join memory.audit_log_entry e on e.number = s.reference
        """);
  }

  private static Map<String, Object> sample() throws IOException {
    return JsonMapper.createDefault()
        .readValue(
            Samples.read("poll-audit-log/replay.json"), Argument.mapOf(String.class, Object.class));
  }
}
