package io.schemamemory.sealing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.schemamemory.sealing.keys.KeyId;
import io.schemamemory.sealing.keys.Keyset;
import io.schemamemory.sealing.keys.Purpose;
import io.schemamemory.sealing.keys.Rotation;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class SearchHasherTest {
  private static final SealedColumn EMAIL = new SealedColumn("person", "email");
  private static final SealedColumn ADDRESS = new SealedColumn("audit_entry", "remote_ip");
  private static final EmailAddress JANE = new EmailAddress("jane.doe@example.com");

  private final Keyset keyset = Rotation.make(Purpose.HASHING);
  private final SearchHasher hasher = new SearchHasher(keyset);

  @Test
  void equal_values_of_a_column_of_a_workspace_have_equal_hashes() {
    assertThat(hasher.hash(1, EMAIL, EmailAddress.parse("Jane.Doe@example.com").orElseThrow()))
        .isEqualTo(hasher.hash(1, EMAIL, JANE));
    assertThat(hasher.hash(1, ADDRESS, NetworkAddress.parse("2001:DB8::1").orElseThrow()))
        .isEqualTo(hasher.hash(1, ADDRESS, NetworkAddress.parse("2001:db8:0::0:1").orElseThrow()));
  }

  @Test
  void other_values_have_other_hashes() {
    assertThat(hasher.hash(1, EMAIL, new EmailAddress("jane.doe@example.org")))
        .isNotEqualTo(hasher.hash(1, EMAIL, JANE));
  }

  @Test
  void equal_values_of_two_workspaces_do_not_match() {
    assertThat(hasher.hash(2, EMAIL, JANE)).isNotEqualTo(hasher.hash(1, EMAIL, JANE));
  }

  @Test
  void equal_values_of_two_columns_do_not_match() {
    assertThat(hasher.hash(1, new SealedColumn("person", "contact"), JANE))
        .isNotEqualTo(hasher.hash(1, EMAIL, JANE));
    assertThat(hasher.hash(1, new SealedColumn("invitation", "email"), JANE))
        .isNotEqualTo(hasher.hash(1, EMAIL, JANE));
  }

  @Test
  void a_hash_cannot_be_made_without_the_key() {
    assertThat(new SearchHasher(Rotation.make(Purpose.HASHING)).hash(1, EMAIL, JANE))
        .isNotEqualTo(hasher.hash(1, EMAIL, JANE));
  }

  @Test
  void a_hash_is_the_keys_mark_and_32_bytes_and_does_not_reveal_the_value() {
    byte[] stored = hasher.hash(1, EMAIL, JANE).bytes();

    assertThat(stored).hasSize(37).startsWith(keyset.primary().mark());
    assertThat(new String(stored, StandardCharsets.ISO_8859_1)).doesNotContain("jane");
    assertThat(hasher.hash(1, EMAIL, JANE)).hasToString("SearchHash[37 bytes]");
  }

  @Test
  void during_a_rotation_every_live_key_is_searched() {
    Keyset two = Rotation.add(keyset);
    KeyId added = added(two);
    SearchHasher after = new SearchHasher(Rotation.promote(two, added));
    SearchHash old = hasher.hash(1, EMAIL, JANE);
    SearchHash young = after.hash(1, EMAIL, JANE);

    assertThat(old).isNotEqualTo(young);
    assertThat(after.hashes(1, EMAIL, JANE)).containsExactlyInAnyOrder(old, young);
    // A function that only has the added key already finds what the promoted key writes.
    assertThat(new SearchHasher(two).hashes(1, EMAIL, JANE)).containsExactlyInAnyOrder(old, young);
    assertThat(after.isCurrent(young)).isTrue();
    assertThat(after.isCurrent(old)).isFalse();
  }

  @Test
  void a_retired_key_is_no_longer_searched() {
    Keyset two = Rotation.add(keyset);
    Keyset promoted = Rotation.promote(two, added(two));
    SearchHasher hasher = new SearchHasher(Rotation.retire(promoted, keyset.primary()));

    assertThat(hasher.hashes(1, EMAIL, JANE))
        .isEqualTo(List.of(new SearchHasher(promoted).hash(1, EMAIL, JANE)));
  }

  @Test
  void a_keyset_for_sealing_cannot_hash() {
    assertThatThrownBy(() -> new SearchHasher(Rotation.make(Purpose.SEALING)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("the keyset is for sealing, not for hashing");
  }

  private KeyId added(Keyset two) {
    return two.states().keySet().stream()
        .filter(id -> !id.equals(keyset.primary()))
        .findAny()
        .orElseThrow();
  }
}
