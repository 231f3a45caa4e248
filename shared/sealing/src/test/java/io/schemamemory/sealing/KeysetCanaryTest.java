package io.schemamemory.sealing;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import io.schemamemory.sealing.KeysetCanary.Verdict;
import io.schemamemory.sealing.KeysetCanary.Verdict.Belongs;
import io.schemamemory.sealing.KeysetCanary.Verdict.Foreign;
import io.schemamemory.sealing.keys.KeyId;
import io.schemamemory.sealing.keys.Keyset;
import io.schemamemory.sealing.keys.Purpose;
import io.schemamemory.sealing.keys.Rotation;
import org.junit.jupiter.api.Test;

class KeysetCanaryTest {
  private final Keyset sealing = Rotation.make(Purpose.SEALING);
  private final Keyset hashing = Rotation.make(Purpose.HASHING);
  private final KeysetCanary canary = made(sealing, hashing);

  @Test
  void the_keys_that_made_it_are_known_again() {
    assertThat(check(sealing, hashing)).isEqualTo(new Belongs(true));
  }

  @Test
  void other_keys_of_either_purpose_are_foreign() {
    assertThat(check(Rotation.make(Purpose.SEALING), hashing))
        .isEqualTo(foreign("SEALING_KEYSET has no live sealing key " + sealing.primary()));
    assertThat(check(sealing, Rotation.make(Purpose.HASHING)))
        .isEqualTo(foreign("SEALING_KEYSET has no live hashing key " + hashing.primary()));
  }

  @Test
  void a_rotated_keyset_belongs_and_is_no_longer_current() {
    assertThat(check(rotated(sealing), hashing)).isEqualTo(new Belongs(false));
    assertThat(check(sealing, rotated(hashing))).isEqualTo(new Belongs(false));
    assertThat(check(Rotation.add(sealing), hashing)).isEqualTo(new Belongs(true));
  }

  @Test
  void a_retired_key_is_named_with_what_to_do() {
    Keyset retired = Rotation.retire(rotated(sealing), sealing.primary());

    assertThat(check(retired, hashing))
        .isInstanceOfSatisfying(
            Foreign.class,
            refused ->
                assertThat(refused.whatToDo())
                    .contains("bin/keyset FILE restore sealing " + sealing.primary()));
  }

  @Test
  void what_is_stored_does_not_show_the_text() {
    assertThat(new String(canary.sealed().bytes(), ISO_8859_1)).doesNotContain("canary");
    assertThat(canary).hasToString("KeysetCanary");
  }

  private Verdict check(Keyset sealing, Keyset hashing) {
    return switch (canary.check(new Sealer(sealing), new SearchHasher(hashing))) {
      case Foreign(String whatToDo) when whatToDo.contains(", which") ->
          new Foreign(whatToDo.substring(0, whatToDo.indexOf(", which")));
      case Foreign foreign -> foreign;
      case Belongs belongs -> belongs;
    };
  }

  private static Foreign foreign(String beginning) {
    return new Foreign(beginning);
  }

  private static KeysetCanary made(Keyset sealing, Keyset hashing) {
    return KeysetCanary.make(new Sealer(sealing), new SearchHasher(hashing));
  }

  private static Keyset rotated(Keyset keyset) {
    Keyset added = Rotation.add(keyset);
    KeyId other =
        added.states().keySet().stream()
            .filter(key -> !key.equals(keyset.primary()))
            .findFirst()
            .orElseThrow();
    return Rotation.promote(added, other);
  }
}
