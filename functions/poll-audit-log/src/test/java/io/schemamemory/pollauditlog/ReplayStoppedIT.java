package io.schemamemory.pollauditlog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.schemamemory.pollauditlog.ledger.EntryReader;
import io.schemamemory.sealing.keys.KeyFile;
import io.schemamemory.sealing.keys.Keyset;
import io.schemamemory.sealing.keys.Purpose;
import io.schemamemory.sealing.keys.Rotation;
import io.schemamemory.sealing.keys.SealingException;
import io.schemamemory.sealing.keys.WrappedKeysets;
import io.schemamemory.testkit.KillPoint;
import java.net.URI;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// Replays that were stopped or lack a key lose nothing and say what to do.
class ReplayStoppedIT extends ReplayFixture {
  /// Else a key that was retired before a reseal, or lost, is asked for at the start.
  private static final String GIVE_UP =
      "update memory.keyset_canary set sealed = null, hash = null";

  private static final KillPoint LIFESPAN = KillableDataSource.LIFESPAN;

  @AfterEach
  void live() {
    LIFESPAN.endNever();
  }

  @Test
  void after_a_replay_killed_at_any_step_the_next_gives_the_same_result() {
    PollAuditLog poller = new PollAuditLog();
    int step = 1;
    for (boolean killed = true; killed; step++) {
      database.empty();
      run(poller);
      quarantine(entry("a"), UNREADABLE, entry("b"));
      LIFESPAN.endAt(step);
      killed = die(poller);
      LIFESPAN.endNever();
      // Each entry is either in the ledger or in quarantine.
      assertThat(ledger().size() + quarantined().size()).as("killed at step " + step).isEqualTo(3);
      database.asOwner("update memory.lease set until = now()");
      replay(poller, EVERYTHING);

      assertThat(ledger()).as("killed at step " + step).containsExactly("a", "b");
      assertThat(strings("select key from memory.observation order by 1"))
          .containsExactly("audit_log_entry/a", "audit_log_entry/b");
      assertThat(quarantined())
          .singleElement()
          .asString()
          .matches("the body has no .* [23] " + Pattern.quote(EntryReader.VERSION));
    }
    assertThat(step).as("steps of a replay").isGreaterThan(40);
  }

  @Test
  void a_database_error_is_reported_with_where_to_continue_and_without_bound_values() {
    quarantine(entry("a"));
    database.asOwner("revoke insert on memory.sighting from poll_audit_log");
    try {
      assertThatThrownBy(() -> replay(EVERYTHING))
          .hasMessageStartingWith("replaying stopped: ")
          .hasMessageContaining("SQLSTATE=42501; nothing is lost, replay again with \"after\":0")
          .hasMessageNotContaining("Jane")
          .hasNoCause();
    } finally {
      database.asOwner("grant insert on memory.sighting to poll_audit_log");
    }
    assertThat(ledger()).isEmpty();
    assertThat(quarantined()).containsExactly(OLD_REASON + " 1 0.0.1");
    assertThat(replay(EVERYTHING).read()).isEqualTo(1);
  }

  @Test
  void under_another_keyset_nothing_is_replayed_and_entries_stay_unchanged() {
    quarantine(entry("a"));
    environment.set("SEALING_KEYSET", WrappedKeysets.make(key()).text());

    assertThatThrownBy(() -> replay(EVERYTHING))
        .isInstanceOf(SealingException.class)
        .hasMessageContaining("bring back the keyset that was in use");
    assertThat(quarantined()).containsExactly(OLD_REASON + " 1 0.0.1");

    environment.set("SEALING_KEYSET", keysets);
    assertThat(replay(EVERYTHING).read()).isEqualTo(1);
  }

  @Test
  void entries_under_keys_that_were_given_up_stay_unchanged_and_the_others_are_read() {
    quarantine(entry("a"));
    environment.set("SEALING_KEYSET", WrappedKeysets.make(key()).text());
    database.asOwner(GIVE_UP);
    quarantine(entry("b"));

    assertThatThrownBy(() -> replay(EVERYTHING))
        .hasMessageStartingWith(
            "1 entries could not be decrypted: SEALING_KEYSET does not have the key")
        .hasMessageContaining("read=1")
        .hasMessageContaining("finished=true");
    assertThat(ledger()).containsExactly("b");
  }

  @Test
  void entries_under_a_retired_key_stay_unchanged_and_the_others_are_read() {
    quarantine(entry("a"));
    WrappedKeysets wrapped = WrappedKeysets.parse(keysets);
    Keyset before = wrapped.unwrap(Purpose.SEALING, key());
    Keyset added = Rotation.add(before);
    Keyset rotated =
        Rotation.promote(
            added,
            added.states().keySet().stream()
                .filter(id -> !before.states().containsKey(id))
                .findFirst()
                .orElseThrow());
    Keyset retired = Rotation.retire(rotated, before.primary());
    environment.set("SEALING_KEYSET", wrapped.with(retired, key()).text());
    database.asOwner(GIVE_UP);
    quarantine(entry("b"));

    assertThatThrownBy(() -> replay(EVERYTHING))
        .hasMessageStartingWith(
            "1 entries could not be decrypted: the key that sealed them is retired")
        .hasMessageContaining("read=1");
    assertThat(ledger()).containsExactly("b");
  }

  @Test
  void an_edited_copy_is_reported_as_such() {
    quarantine(entry("a"));
    database.asOwner("update memory.quarantine set payload = payload || 'x'");

    assertThatThrownBy(() -> replay(EVERYTHING))
        .hasMessageStartingWith(
            "1 entries could not be decrypted: they were changed after they were sealed");
    assertThat(quarantined()).containsExactly(OLD_REASON + " 1 0.0.1");
  }

  private boolean die(PollAuditLog poller) {
    try {
      replay(poller, EVERYTHING);
    } catch (Exception killed) {
      // Any exception: the transaction in which it dies throws the driver's, undeclared.
    }
    return LIFESPAN.isOver();
  }

  private static KeyFile key() {
    return new KeyFile(Path.of(URI.create(sealingKey)));
  }
}
