package io.schemamemory.sealing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.schemamemory.sealing.OpenResult.Opened;
import io.schemamemory.sealing.OpenResult.Reason;
import io.schemamemory.sealing.OpenResult.Refused;
import io.schemamemory.sealing.keys.Keyset;
import io.schemamemory.sealing.keys.Purpose;
import io.schemamemory.sealing.keys.Rotation;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class SealerTest {
  private static final String CANARY = "Canary City, Nightingale";
  private static final SealedColumn LOCATION = new SealedColumn("audit_entry", "location");
  private static final SealingContext PLACE = new SealingContext(1, LOCATION, "ecxuvo000001");

  private final Keyset keyset = Rotation.make(Purpose.SEALING);
  private final Sealer sealer = new Sealer(keyset);

  static Stream<String> texts() {
    return Stream.of(
        "Chicago, IL",
        "",
        " ",
        "\0",
        "Zürich, 東京, 🐦 e\u0301",
        "{\"from\": \"add-email-index\", \"into\": \"main\"}",
        "é".repeat(1 << 19));
  }

  @ParameterizedTest
  @MethodSource("texts")
  void what_is_opened_is_what_was_sealed(String text) {
    assertThat(sealer.open(PLACE, sealer.seal(PLACE, text))).isEqualTo(new Opened(text));
  }

  @Test
  void the_text_does_not_stand_in_what_is_stored() {
    byte[] stored = sealer.seal(PLACE, CANARY).bytes();

    assertThat(new String(stored, StandardCharsets.ISO_8859_1)).doesNotContain("Canary");
    assertThat(sealer.open(PLACE, Sealed.of(stored))).isEqualTo(new Opened(CANARY));
  }

  @Test
  void it_is_33_bytes_longer_so_that_its_length_tells_the_texts() {
    assertThat(sealer.seal(PLACE, "203.0.113.7").bytes()).hasSize(11 + 33);
  }

  @Test
  void equal_texts_of_one_place_are_sealed_differently() {
    Set<Sealed> sealed = new HashSet<>();
    for (int i = 0; i < 1000; i++) {
      sealed.add(sealer.seal(PLACE, CANARY));
    }
    assertThat(sealed).hasSize(1000);
  }

  static Stream<SealingContext> elsewhere() {
    return Stream.of(
        new SealingContext(2, LOCATION, "ecxuvo000001"),
        new SealingContext(1, new SealedColumn("person", "location"), "ecxuvo000001"),
        new SealingContext(1, new SealedColumn("audit_entry", "metadata"), "ecxuvo000001"),
        new SealingContext(1, LOCATION, "ecxuvo000002"),
        new SealingContext(1, LOCATION, List.of("ecxuvo", "000001")));
  }

  @ParameterizedTest
  @MethodSource("elsewhere")
  void it_does_not_open_where_it_was_not_sealed(SealingContext elsewhere) {
    Sealed sealed = sealer.seal(PLACE, CANARY);

    assertThat(sealer.open(elsewhere, sealed)).isEqualTo(new Refused(Reason.ALTERED_OR_MOVED));
  }

  @Test
  void it_does_not_open_with_any_bit_changed() {
    byte[] bytes = sealer.seal(PLACE, CANARY).bytes();
    for (int bit = 0; bit < bytes.length * 8; bit++) {
      byte[] edited = bytes.clone();
      edited[bit / 8] ^= (byte) (1 << (bit % 8));
      assertThat(sealer.open(PLACE, Sealed.of(edited)))
          .as("bit %s", bit)
          .isInstanceOf(Refused.class);
    }
  }

  @Test
  void it_does_not_open_cut_short_or_with_more_behind_it() {
    byte[] bytes = sealer.seal(PLACE, CANARY).bytes();
    for (int length = 0; length < bytes.length; length++) {
      Sealed cut = Sealed.of(Arrays.copyOf(bytes, length));
      assertThat(sealer.open(PLACE, cut)).as("length %s", length).isInstanceOf(Refused.class);
    }
    assertThat(sealer.open(PLACE, Sealed.of(Arrays.copyOf(bytes, bytes.length + 1))))
        .isEqualTo(new Refused(Reason.ALTERED_OR_MOVED));
  }

  @Test
  void another_keyset_does_not_open_it_and_says_so() {
    Sealer other = new Sealer(Rotation.make(Purpose.SEALING));

    assertThat(other.open(PLACE, sealer.seal(PLACE, CANARY)))
        .isEqualTo(new Refused(Reason.KEY_UNKNOWN));
  }

  @Test
  void a_text_that_was_never_sealed_does_not_open() {
    assertThat(sealer.open(PLACE, Sealed.of("Chicago, IL".getBytes(StandardCharsets.UTF_8))))
        .isEqualTo(new Refused(Reason.NOT_SEALED));
  }

  @Test
  void half_a_surrogate_pair_is_refused_for_it_could_not_be_given_back() {
    assertThatThrownBy(() -> sealer.seal(PLACE, CANARY + "\ud83d"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasNoCause()
        .hasMessageNotContaining("Canary");
  }

  @Test
  void nothing_prints_a_text_or_a_key() {
    Sealed sealed = sealer.seal(PLACE, CANARY);

    assertThat(sealed).hasToString("Sealed[" + (CANARY.length() + 33) + " bytes]");
    assertThat(sealer.open(PLACE, sealed)).hasToString("Opened");
    assertThat(keyset).hasToString("Keyset[sealing {" + keyset.primary() + "=primary}]");
  }

  @Test
  void a_keyset_for_hashing_seals_nothing() {
    assertThatThrownBy(() -> new Sealer(Rotation.make(Purpose.HASHING)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("the keyset is for hashing, not for sealing");
  }

  @Test
  void many_threads_share_one() {
    List<OpenResult> opened =
        IntStream.range(0, 10_000)
            .parallel()
            .mapToObj(i -> new SealingContext(1, LOCATION, "row-" + i))
            .map(place -> sealer.open(place, sealer.seal(place, place.rowKey().getFirst())))
            .toList();

    assertThat(opened)
        .containsExactlyElementsOf(
            IntStream.range(0, 10_000).<OpenResult>mapToObj(i -> new Opened("row-" + i)).toList());
  }
}
