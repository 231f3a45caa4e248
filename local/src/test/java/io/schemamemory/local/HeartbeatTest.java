package io.schemamemory.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class HeartbeatTest {
  private final List<String> screen = new ArrayList<>();
  private Instant now = Instant.parse("2026-05-02T17:00:00Z");
  private final Heartbeat heartbeat = new Heartbeat(screen::add, () -> now);

  @Test
  void a_silent_run_says_that_it_is_still_working() {
    passes(19);
    assertThat(screen).isEmpty();

    passes(1);
    passes(20);

    assertThat(screen)
        .containsExactly("still working, 20 s so far ...", "still working, 40 s so far ...");
  }

  @Test
  void a_run_that_prints_lines_gets_no_extra_ones() {
    passes(15);
    heartbeat.accept("a line");
    passes(15);

    assertThat(screen).containsExactly("a line");
  }

  private void passes(int seconds) {
    now = now.plusSeconds(seconds);
    heartbeat.beat();
  }
}
