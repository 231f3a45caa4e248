package io.schemamemory.sealing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SealingContextTest {
  private static final SealedColumn LOCATION = new SealedColumn("audit_entry", "location");

  @Test
  void the_encoding_never_changes() {
    assertThat(new SealingContext(258, LOCATION, "ecxuvo000001").encoded())
        .isEqualTo(
            HexFormat.of()
                .parseHex(
                    "0000000000000007"
                        + hex("place/1")
                        + "0000000000000102"
                        + "000000000000000b"
                        + hex("audit_entry")
                        + "0000000000000008"
                        + hex("location")
                        + "0000000000000001"
                        + "000000000000000c"
                        + hex("ecxuvo000001")));
  }

  @Test
  void parts_with_the_same_letters_are_encoded_differently() {
    assertThat(new SealingContext(1, new SealedColumn("ab", "c"), "d").encoded())
        .isNotEqualTo(new SealingContext(1, new SealedColumn("a", "bc"), "d").encoded())
        .isNotEqualTo(new SealingContext(1, new SealedColumn("ab", "cd"), "d").encoded());
    assertThat(new SealingContext(1, LOCATION, List.of("a", "bc")).encoded())
        .isNotEqualTo(new SealingContext(1, LOCATION, List.of("ab", "c")).encoded())
        .isNotEqualTo(new SealingContext(1, LOCATION, List.of("abc")).encoded());
  }

  @ParameterizedTest
  @CsvSource({"Audit,location", "audit_entry,''", "memory.audit_entry,location", "a,b c"})
  void a_column_without_an_sql_name_is_refused(String table, String name) {
    assertThatThrownBy(() -> new SealedColumn(table, name))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void a_context_without_workspace_or_row_is_refused() {
    assertThatThrownBy(() -> new SealingContext(0, LOCATION, "a"))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new SealingContext(1, LOCATION, ""))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new SealingContext(1, LOCATION, List.of()))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void a_row_key_with_half_a_surrogate_pair_is_refused() {
    assertThatThrownBy(() -> new SealingContext(1, LOCATION, "\ud800"))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private static String hex(String text) {
    return HexFormat.of().formatHex(text.getBytes(StandardCharsets.US_ASCII));
  }
}
