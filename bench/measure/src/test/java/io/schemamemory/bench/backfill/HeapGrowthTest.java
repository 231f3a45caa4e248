package io.schemamemory.bench.backfill;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class HeapGrowthTest {
  @Test
  void the_heap_is_looked_at_on_the_last_five_pages_of_the_first_tenth_and_of_all() {
    assertThat(looks(1000)).containsExactly(96, 97, 98, 99, 100, 996, 997, 998, 999, 1000);
  }

  @Test
  void a_log_of_one_page_has_one_that_is_both() {
    assertThat(looks(1)).containsExactly(1);
  }

  @Test
  void the_fullest_of_a_batch_counts() {
    HeapGrowth heap =
        HeapGrowth.NONE.withEarly(20).withEarly(40).withEarly(30).withLate(50).withLate(10);

    assertThat(heap.required().ratio()).isEqualTo(1.25);
  }

  @Test
  void an_unmeasured_heap_is_an_error_and_not_flat() {
    assertThatThrownBy(HeapGrowth.NONE.withEarly(20)::required)
        .isInstanceOf(IllegalStateException.class);
  }

  private static List<Integer> looks(int pages) {
    return IntStream.rangeClosed(1, pages)
        .filter(page -> HeapGrowth.isEarly(page, pages) || HeapGrowth.isLate(page, pages))
        .boxed()
        .toList();
  }
}
