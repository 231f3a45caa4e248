package io.schemamemory.bench.backfill;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class LiveHeapTest {
  @Test
  void the_bytes_in_use_stand_in_the_last_line_of_a_histogram() {
    assertThat(
            LiveHeap.total(
                List.of(
                    " num     #instances         #bytes  class name (module)",
                    "   1:         70123        5012345  [B (java.base@25)",
                    "Total        412345       18290432")))
        .isEqualTo(18_290_432);
  }

  @Test
  void anything_else_is_no_histogram() {
    assertThatThrownBy(() -> LiveHeap.total(List.of("12345: No such process")))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("No such process");
  }
}
