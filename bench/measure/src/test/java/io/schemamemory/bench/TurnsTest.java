package io.schemamemory.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TurnsTest {
  @Test
  void six_rounds_of_three_go_through_every_order_once() {
    assertThat(
            IntStream.range(0, 6).mapToObj(round -> Turns.ofRound(round, List.of("a", "b", "c"))))
        .doesNotHaveDuplicates()
        .allSatisfy(turns -> assertThat(turns).containsExactlyInAnyOrder("a", "b", "c"));
  }
}
