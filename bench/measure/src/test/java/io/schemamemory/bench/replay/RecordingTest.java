package io.schemamemory.bench.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class RecordingTest {
  private static final RecordedStatement READ = statement("read");
  private static final RecordedStatement WRITE = statement("write");
  private static final RecordedStatement LOOK = statement("look for replays");

  private final Recording recording =
      Recording.of(
          List.of(
              List.of(statement("claim", 1L, 2L)),
              List.of(READ),
              List.of(WRITE, WRITE),
              List.of(statement("claim")),
              List.of(LOOK)));

  @Test
  void what_a_claim_led_to_follows_it_transaction_by_transaction() {
    assertThat(recording.after(List.of(2L, 1L)).transactions())
        .containsExactly(List.of(READ), List.of(WRITE, WRITE));
  }

  @Test
  void the_empty_claim_ends_a_run() {
    assertThat(recording.after(List.of()).transactions()).containsExactly(List.of(LOOK));
  }

  @Test
  void others_claimed_together_were_never_recorded() {
    assertThatThrownBy(() -> recording.after(List.of(1L)))
        .hasMessage("the recording has no claim of exactly these deliveries");
  }

  private static RecordedStatement statement(String sql, Object... answer) {
    return new RecordedStatement(sql, List.of(), List.of(answer));
  }
}
