package io.schemamemory.sealing.keys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.schemamemory.sealing.OpenResult.Opened;
import io.schemamemory.sealing.OpenResult.Reason;
import io.schemamemory.sealing.OpenResult.Refused;
import io.schemamemory.sealing.Sealed;
import io.schemamemory.sealing.SealedColumn;
import io.schemamemory.sealing.Sealer;
import io.schemamemory.sealing.SealingContext;
import org.junit.jupiter.api.Test;

class RotationTest {
  private static final SealingContext CONTEXT =
      new SealingContext(1, new SealedColumn("person", "email"), "7");

  private final Keyset first = Rotation.make(Purpose.SEALING);
  private final KeyId old = first.primary();
  private final Sealed sealed = new Sealer(first).seal(CONTEXT, "before");

  @Test
  void an_added_key_does_not_write_yet() {
    Keyset two = Rotation.add(first);

    assertThat(two.states()).hasSize(2).containsEntry(old, KeyState.PRIMARY);
    assertThat(new Sealer(two).isCurrent(new Sealer(two).seal(CONTEXT, "now"))).isTrue();
    assertThat(new Sealer(first).open(CONTEXT, new Sealer(two).seal(CONTEXT, "now")))
        .isEqualTo(new Opened("now"));
  }

  @Test
  void a_promoted_key_writes_and_the_old_one_still_reads() {
    Keyset promoted = promoted();
    Sealer sealer = new Sealer(promoted);

    assertThat(promoted.states())
        .containsEntry(old, KeyState.LIVE)
        .containsEntry(promoted.primary(), KeyState.PRIMARY);
    assertThat(sealer.open(CONTEXT, sealed)).isEqualTo(new Opened("before"));
    assertThat(new Sealer(first).open(CONTEXT, sealer.seal(CONTEXT, "after")))
        .isEqualTo(new Refused(Reason.KEY_UNKNOWN));
  }

  @Test
  void a_function_with_the_added_key_reads_what_the_promoted_key_writes() {
    Keyset two = Rotation.add(first);
    Keyset promoted = Rotation.promote(two, added(two));

    assertThat(new Sealer(two).open(CONTEXT, new Sealer(promoted).seal(CONTEXT, "after")))
        .isEqualTo(new Opened("after"));
  }

  @Test
  void only_values_sealed_with_the_primary_key_are_current() {
    Sealer sealer = new Sealer(promoted());

    assertThat(new Sealer(first).isCurrent(sealed)).isTrue();
    assertThat(sealer.isCurrent(sealed)).isFalse();
    assertThat(sealer.isCurrent(sealer.seal(CONTEXT, "before"))).isTrue();
    assertThat(sealer.isCurrent(Sealed.of(new byte[0]))).isFalse();
  }

  @Test
  void a_retired_key_does_not_read_until_it_is_restored() {
    Keyset retired = Rotation.retire(promoted(), old);

    assertThat(retired.state(old)).contains(KeyState.RETIRED);
    assertThat(new Sealer(retired).open(CONTEXT, sealed))
        .isEqualTo(new Refused(Reason.KEY_RETIRED));
    assertThat(new Sealer(Rotation.restore(retired, old)).open(CONTEXT, sealed))
        .isEqualTo(new Opened("before"));
  }

  @Test
  void a_deleted_key_is_gone() {
    Keyset deleted = Rotation.delete(Rotation.retire(promoted(), old), old);

    assertThat(deleted.states()).hasSize(1).doesNotContainKey(old);
    assertThat(new Sealer(deleted).open(CONTEXT, sealed))
        .isEqualTo(new Refused(Reason.KEY_UNKNOWN));
  }

  @Test
  void the_primary_key_cannot_be_retired_or_deleted() {
    assertRefused(() -> Rotation.retire(first, old), "is primary, and only a live one");
    assertRefused(() -> Rotation.delete(first, old), "is primary, and only a retired one");
  }

  @Test
  void a_live_key_cannot_be_deleted_and_a_retired_one_not_promoted() {
    assertRefused(() -> Rotation.delete(promoted(), old), "is live, and only a retired one");
    assertRefused(
        () -> Rotation.promote(Rotation.retire(promoted(), old), old),
        "is retired, and only a live one");
  }

  @Test
  void a_missing_key_is_named() {
    assertRefused(
        () -> Rotation.promote(first, new KeyId(old.value() + 1)),
        "the keyset for sealing has no key " + new KeyId(old.value() + 1));
  }

  @Test
  void a_key_id_prints_as_it_is_parsed() {
    assertThat(KeyId.parse("4180135441")).hasToString("4180135441");
    assertThatThrownBy(() -> KeyId.parse("-1")).isInstanceOf(IllegalArgumentException.class);
  }

  private Keyset promoted() {
    Keyset two = Rotation.add(first);
    return Rotation.promote(two, added(two));
  }

  private KeyId added(Keyset two) {
    return two.states().keySet().stream().filter(id -> !id.equals(old)).findAny().orElseThrow();
  }

  private static void assertRefused(Runnable change, String reason) {
    assertThatThrownBy(change::run)
        .isInstanceOf(SealingException.class)
        .hasMessageContaining(reason);
  }
}
