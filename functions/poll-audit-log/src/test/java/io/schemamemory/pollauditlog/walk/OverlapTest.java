package io.schemamemory.pollauditlog.walk;

import static org.assertj.core.api.Assertions.assertThat;

import io.schemamemory.data.audit.Overlap;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class OverlapTest {
  @Test
  void what_was_later_than_the_overlap_makes_it_four_times_as_long_up_to_a_bound() {
    Overlap learned = Overlap.USUAL.with(Duration.ofHours(2)).learned();

    assertThat(learned).isEqualTo(new Overlap(Duration.ofHours(4), Duration.ZERO));
    assertThat(learned.with(Duration.ofDays(9)).learned().length()).isEqualTo(Overlap.LONGEST);
  }

  @Test
  void the_latest_entry_counts() {
    assertThat(Overlap.USUAL.with(Duration.ofHours(2)).with(Duration.ofMinutes(1)).latest())
        .isEqualTo(Duration.ofHours(2));
  }

  @Test
  void it_shrinks_by_half_but_stays_twice_what_was_needed_and_an_hour() {
    Overlap long8 = new Overlap(Duration.ofHours(8), Duration.ZERO);

    assertThat(long8.learned().length()).isEqualTo(Duration.ofHours(4));
    assertThat(long8.with(Duration.ofHours(3)).learned().length()).isEqualTo(Duration.ofHours(6));
    assertThat(Overlap.USUAL.learned()).isEqualTo(Overlap.USUAL);
  }
}
