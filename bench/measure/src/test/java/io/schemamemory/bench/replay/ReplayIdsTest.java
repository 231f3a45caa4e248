package io.schemamemory.bench.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class ReplayIdsTest {
  private static final long FIRST = ReplayIds.FIRST;

  private final ReplayIds ids = new ReplayIds();

  @Test
  void an_observation_gets_its_id_of_the_replay() {
    ids.learn(List.of(FIRST, FIRST + 1), List.of(FIRST + 7, FIRST + 3));

    assertThat(ids.of(FIRST)).isEqualTo(FIRST + 7);
    assertThat(ids.of(FIRST + 1)).isEqualTo(FIRST + 3);
  }

  @Test
  void other_numbers_are_unchanged() {
    assertThat(ids.of(FIRST - 1)).isEqualTo(FIRST - 1);
  }

  @Test
  void an_observation_that_was_not_claimed_has_no_new_id() {
    assertThatThrownBy(() -> ids.of(FIRST)).isInstanceOf(IllegalStateException.class);
  }

  @Test
  void a_replay_that_takes_fewer_does_less() {
    List<Long> two = List.of(FIRST, FIRST + 1);

    assertThatThrownBy(() -> ids.learn(two, List.of(FIRST)))
        .hasMessage("a replay takes 1 observations, not 2");
  }

  @Test
  void the_ids_in_a_json_text_are_replaced() {
    ids.learn(List.of(FIRST, FIRST + 1), List.of(FIRST + 1, FIRST));
    String text =
        "[{\"id\":1000000000,\"facet\":\"1000000000\"},{\"observation_id\":1000000001},{\"id\":7}]";

    assertThat(TextTemplate.isOne(text)).isTrue();
    assertThat(TextTemplate.of(text).with(ids))
        .isEqualTo(
            "[{\"id\":1000000001,\"facet\":\"1000000000\"},{\"observation_id\":1000000000},{\"id\":7}]");
  }

  @Test
  void the_ids_in_an_array_are_replaced() {
    ids.learn(List.of(FIRST, FIRST + 1), List.of(FIRST + 1, FIRST));

    assertThat(TextTemplate.of("{1000000000,7,1000000001}").with(ids))
        .isEqualTo("{1000000001,7,1000000000}");
  }

  @Test
  void a_text_without_observation_ids_is_unchanged() {
    assertThat(TextTemplate.isOne("[{\"id\":7}]")).isFalse();
  }
}
