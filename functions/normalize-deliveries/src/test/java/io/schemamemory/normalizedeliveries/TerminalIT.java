package io.schemamemory.normalizedeliveries;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.schemamemory.testkit.Samples;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/// What people read with `psql` may come from a payload.
class TerminalIT extends NormalizerFixture {
  /// Every text but event names, states, times and what people and runs are known by.
  private static final Pattern TEXT =
      Pattern.compile(
          "(\"(?!event|state|type|id|deployment_state)\\w+\":\")(?!\\d{4}-\\d\\d-\\d\\dT)(?=[^\"])");

  @Test
  void no_text_of_any_payload_turns_or_clears_a_terminal() {
    for (String event : Samples.payloads()) {
      String body = new String(Samples.payload(event), UTF_8);
      database.receive(TEXT.matcher(body).replaceAll("$1\\\\u202e\\\\u009b2J").getBytes(UTF_8));
    }

    assertThat(run()).isEqualTo(counts(Samples.payloads().size(), 0, 0, 0));

    assertThat(timeline()).contains(" 2Jadd-email-index of 2Jacme/2Jshop");
    for (String table : List.of("observation", "sighting", "deploy_request", "person", "story")) {
      assertThat(rows(table)).isNotEmpty();
      assertThat(rows(table).toString()).doesNotContain("\u202e", "\u009b");
    }
  }
}
