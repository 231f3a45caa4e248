package io.schemamemory.pollauditlog.walk;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.json.JsonMapper;
import io.schemamemory.data.runs.Run.Outcome;
import io.schemamemory.job.Counts;
import io.schemamemory.pollauditlog.walk.WalkResult.CaughtUp;
import io.schemamemory.pollauditlog.walk.WalkResult.Failed;
import java.io.IOException;
import org.junit.jupiter.api.Test;

class PollReportTest {
  private static final PollReport READ =
      PollReport.of(
          "acme",
          new CaughtUp(),
          Counts.of(FeedCounter.PAGES, 2)
              .plus(FeedCounter.ENTRIES, 150)
              .plus(FeedCounter.QUARANTINED, 1)
              .plus(FeedCounter.OUT_OF_ORDER, 1));
  private static final PollReport FAILED =
      PollReport.of("beta", new Failed("do this"), FeedCounter.NONE);

  @Test
  void the_answer_has_the_fields_that_others_read() throws IOException {
    assertThat(JsonMapper.createDefault().writeValueAsString(READ.plus(FAILED).counts()))
        .isEqualTo(
            "{\"feeds\":1,\"held\":0,\"unfinished\":0,\"failed\":1,\"pages\":2,\"entries\":150,\"quarantined\":1,\"not_connected\":0}");
  }

  @Test
  void a_feed_that_was_not_read_fails_the_run_and_says_what_to_do() {
    assertThat(READ.plus(FAILED).outcome()).isEqualTo(Outcome.FAILED);
    assertThat(READ.plus(FAILED).failures()).containsExactly("beta: do this");
    assertThat(READ.outcome()).isEqualTo(Outcome.DONE);
  }
}
