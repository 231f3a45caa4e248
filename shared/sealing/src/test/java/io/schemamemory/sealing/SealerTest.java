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
  private static final SealingContext CONTEXT = new SealingContext(1, LOCATION, "ecxuvo000001");

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
  void an_opened_value_is_the_sealed_text(String text) {
    assertThat(sealer.open(CONTEXT, sealer.seal(CONTEXT, text))).isEqualTo(new Opened(text));
  }

  @Test
  void the_stored_bytes_do_not_contain_the_text() {
    byte[] stored = sealer.seal(CONTEXT, CANARY).bytes();

    assertThat(new String(stored, StandardCharsets.ISO_8859_1)).doesNotContain("Canary");
    assertThat(sealer.open(CONTEXT, Sealed.of(stored))).isEqualTo(new Opened(CANARY));
  }

  @Test
  void it_is_33_bytes_longer_so_that_its_length_tells_the_texts() {
    assertThat(sealer.seal(CONTEXT, "203.0.113.7").bytes()).hasSize(11 + 33);
  }

  @Test
  void sealing_the_same_text_twice_gives_different_bytes() {
    Set<Sealed> sealed = new HashSet<>();
    for (int i = 0; i < 1000; i++) {
      sealed.add(sealer.seal(CONTEXT, CANARY));
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
  void a_value_does_not_open_in_another_context(SealingContext elsewhere) {
    Sealed sealed = sealer.seal(CONTEXT, CANARY);

    assertThat(sealer.open(elsewhere, sealed)).isEqualTo(new Refused(Reason.ALTERED_OR_MOVED));
  }

  @Test
  void a_value_does_not_open_with_any_bit_changed() {
    byte[] bytes = sealer.seal(CONTEXT, CANARY).bytes();
    for (int bit = 0; bit < bytes.length * 8; bit++) {
      byte[] edited = bytes.clone();
      edited[bit / 8] ^= (byte) (1 << (bit % 8));
      assertThat(sealer.open(CONTEXT, Sealed.of(edited)))
          .as("bit %s", bit)
          .isInstanceOf(Refused.class);
    }
  }

  @Test
  void a_value_does_not_open_when_cut_short_or_extended() {
    byte[] bytes = sealer.seal(CONTEXT, CANARY).bytes();
    for (int length = 0; length < bytes.length; length++) {
      Sealed cut = Sealed.of(Arrays.copyOf(bytes, length));
      assertThat(sealer.open(CONTEXT, cut)).as("length %s", length).isInstanceOf(Refused.class);
    }
    assertThat(sealer.open(CONTEXT, Sealed.of(Arrays.copyOf(bytes, bytes.length + 1))))
        .isEqualTo(new Refused(Reason.ALTERED_OR_MOVED));
  }

  @Test
  void another_keyset_answers_that_the_key_is_unknown() {
    Sealer other = new Sealer(Rotation.make(Purpose.SEALING));

    assertThat(other.open(CONTEXT, sealer.seal(CONTEXT, CANARY)))
        .isEqualTo(new Refused(Reason.KEY_UNKNOWN));
  }

  @Test
  void a_text_that_was_never_sealed_does_not_open() {
    assertThat(sealer.open(CONTEXT, Sealed.of("Chicago, IL".getBytes(StandardCharsets.UTF_8))))
        .isEqualTo(new Refused(Reason.NOT_SEALED));
  }

  @Test
  void half_a_surrogate_pair_is_refused_because_it_could_not_be_restored() {
    assertThatThrownBy(() -> sealer.seal(CONTEXT, CANARY + "\ud83d"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasNoCause()
        .hasMessageNotContaining("Canary");
  }

  @Test
  void printing_reveals_no_text_and_no_key() {
    Sealed sealed = sealer.seal(CONTEXT, CANARY);

    assertThat(sealed).hasToString("Sealed[" + (CANARY.length() + 33) + " bytes]");
    assertThat(sealer.open(CONTEXT, sealed)).hasToString("Opened");
    assertThat(keyset).hasToString("Keyset[sealing {" + keyset.primary() + "=primary}]");
  }

  @Test
  void a_keyset_for_hashing_cannot_seal() {
    assertThatThrownBy(() -> new Sealer(Rotation.make(Purpose.HASHING)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("the keyset is for hashing, not for sealing");
  }

  @Test
  void many_threads_can_share_a_sealer() {
    List<OpenResult> opened =
        IntStream.range(0, 10_000)
            .parallel()
            .mapToObj(i -> new SealingContext(1, LOCATION, "row-" + i))
            .map(context -> sealer.open(context, sealer.seal(context, context.rowKey().getFirst())))
            .toList();

    assertThat(opened)
        .containsExactlyElementsOf(
            IntStream.range(0, 10_000).<OpenResult>mapToObj(i -> new Opened("row-" + i)).toList());
  }
}
