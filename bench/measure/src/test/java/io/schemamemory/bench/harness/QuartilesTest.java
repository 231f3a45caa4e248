package io.schemamemory.bench.harness;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class QuartilesTest {
  @Test
  void an_odd_number_of_values_has_its_middle_ones_as_median_and_quartiles() {
    assertThat(Quartiles.of(List.of(50.0, 10.0, 40.0, 20.0, 30.0)))
        .isEqualTo(new Quartiles(20, 30, 40));
  }

  @Test
  void an_even_number_of_values_has_a_median_between_the_middle_two() {
    assertThat(Quartiles.of(List.of(10.0, 20.0, 30.0, 40.0)))
        .isEqualTo(new Quartiles(17.5, 25, 32.5));
  }

  @Test
  void one_value_is_its_own_median_and_quartiles() {
    assertThat(Quartiles.of(List.of(7.0))).isEqualTo(new Quartiles(7, 7, 7));
  }

  @Test
  void no_value_has_no_median() {
    assertThatThrownBy(() -> Quartiles.of(List.of())).isInstanceOf(IndexOutOfBoundsException.class);
  }

  @Test
  void one_far_value_does_not_move_the_median() {
    assertThat(Quartiles.of(List.of(10.0, 11.0, 9000.0)).median()).isEqualTo(11);
  }

  @Test
  void a_ratio_is_of_the_medians() {
    Quartiles floor = new Quartiles(1, 200, 1000);

    assertThat(new Quartiles(0, 250, 9000).ratioTo(floor)).isEqualTo(1.25);
    assertThat(floor.ratioTo(floor)).isEqualTo(1);
  }
}
