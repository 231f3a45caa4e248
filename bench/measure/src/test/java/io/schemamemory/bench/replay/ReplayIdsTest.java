package io.schemamemory.bench.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class ReplayIdsTest {
  private static final long FIRST = ReplayIds.FIRST;

  private final ReplayIds ids = new ReplayIds();

  @Test
  void an_observation_goes_by_the_number_it_got_now() {
    ids.learn(List.of(FIRST, FIRST + 1), List.of(FIRST + 7, FIRST + 3));

    assertThat(ids.of(FIRST)).isEqualTo(FIRST + 7);
    assertThat(ids.of(FIRST + 1)).isEqualTo(FIRST + 3);
  }

  @Test
  void any_other_number_stays_what_it_is() {
    assertThat(ids.of(FIRST - 1)).isEqualTo(FIRST - 1);
  }

  @Test
  void an_observation_that_was_not_taken_is_nobodys() {
    assertThatThrownBy(() -> ids.of(FIRST)).isInstanceOf(IllegalStateException.class);
  }

  @Test
  void a_replay_that_takes_fewer_does_less() {
    List<Long> two = List.of(FIRST, FIRST + 1);

    assertThatThrownBy(() -> ids.learn(two, List.of(FIRST)))
        .hasMessage("a replay takes 1 observations, not 2");
  }

  @Test
  void a_text_has_the_numbers_of_its_objects_put_in_place() {
    ids.learn(List.of(FIRST, FIRST + 1), List.of(FIRST + 1, FIRST));
    String text =
        "[{\"id\":1000000000,\"facet\":\"1000000000\"},{\"observation_id\":1000000001},{\"id\":7}]";

    assertThat(TextTemplate.isOne(text)).isTrue();
    assertThat(TextTemplate.of(text).with(ids))
        .isEqualTo(
            "[{\"id\":1000000001,\"facet\":\"1000000000\"},{\"observation_id\":1000000000},{\"id\":7}]");
  }

  @Test
  void an_array_has_the_numbers_put_in_place() {
    ids.learn(List.of(FIRST, FIRST + 1), List.of(FIRST + 1, FIRST));

    assertThat(TextTemplate.of("{1000000000,7,1000000001}").with(ids))
        .isEqualTo("{1000000001,7,1000000000}");
  }

  @Test
  void a_text_without_numbers_of_observations_is_left_alone() {
    assertThat(TextTemplate.isOne("[{\"id\":7}]")).isFalse();
  }
}
