package io.schemamemory.bench.harness;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TurnOrderTest {
  @Test
  void six_rounds_of_three_go_through_every_order_once() {
    assertThat(
            IntStream.range(0, 6)
                .mapToObj(round -> TurnOrder.ofRound(round, List.of("a", "b", "c"))))
        .doesNotHaveDuplicates()
        .allSatisfy(turns -> assertThat(turns).containsExactlyInAnyOrder("a", "b", "c"));
  }
}
