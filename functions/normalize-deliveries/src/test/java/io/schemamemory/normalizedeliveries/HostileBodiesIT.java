package io.schemamemory.normalizedeliveries;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.schemamemory.testkit.Samples;
import io.schemamemory.testkit.webhook.HostileBody;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class HostileBodiesIT extends NormalizerFixture {
  @ParameterizedTest
  @MethodSource("io.schemamemory.testkit.webhook.HostileBody#all")
  void an_unreadable_body_is_quarantined_with_its_reason_and_the_next_is_normalized(
      HostileBody body) {
    database.receive(body.bytes(), Samples.payload("webhook.test"));

    assertThat(run()).isEqualTo(counts(1, 0, 1, 0));

    assertThat(String.valueOf(rows("quarantine").getFirst().get("reason")))
        .startsWith(body.reason());
    assertThat(rows("observation")).hasSize(1);
    assertThat(rows("pending")).isEmpty();
    assertThat(rows("delivery_body")).hasSize(2);
  }

  @Test
  void all_of_them_at_once_do_not_stop_each_other() {
    List<HostileBody> all = HostileBody.all();
    database.receive(all.stream().map(HostileBody::bytes).toArray(byte[][]::new));
    database.receive(Samples.payload("webhook.test"));

    assertThat(run()).isEqualTo(counts(1, 0, all.size(), 0));
  }

  /// Each takes the most time a statement may; read to the end they would outlast the function.
  @Test
  void statements_that_take_too_long_are_kept_as_text_and_do_not_block_other_deliveries() {
    String[] ddl =
        IntStream.range(0, 60)
            .mapToObj(i -> "SELECT " + "NOT ".repeat(3_000) + i)
            .toArray(String[]::new);
    List<byte[]> life = Rewritten.of(7, 3, ddl).deployed();
    database.receive(life.get(1), Samples.payload("webhook.test"));

    assertThat(run()).isEqualTo(counts(2, 0, 0, 0));

    assertThat(
            database.rows(
                "select value from memory.observation_facet where value like 'NOT UNDERSTOOD:%'"))
        .extracting(row -> row.get("value"))
        .containsExactlyInAnyOrder("NOT UNDERSTOOD: TOO_INVOLVED", "NOT UNDERSTOOD: TOO_LONG");
    assertThat(story()).contains(ddl[0], ddl[59]);
  }

  @Test
  void a_timestamp_at_the_edge_is_read() {
    database.receive(at("1514764800"));

    assertThat(run()).isEqualTo(counts(1, 0, 0, 0));
  }

  @Test
  void a_timestamp_ahead_of_our_clock_is_read_and_leads_nothing() {
    database.receive(at(ahead("23 hours")), at(ahead("25 hours")), at(ahead("2 minutes")));

    assertThat(run()).isEqualTo(counts(3, 0, 0, 0));

    assertThat(
            database.rows(
                "select occurred_at > now() as future, doubtful_at is null as credible from"
                    + " memory.observation order by occurred_at desc, doubtful_at"))
        .containsExactly(
            Map.of("future", true, "credible", true),
            Map.of("future", false, "credible", false),
            Map.of("future", false, "credible", false));
  }

  /// By the database's clock, which says when a delivery was received.
  private static String ahead(String interval) {
    return String.valueOf(
        database
            .rows("select extract(epoch from now() + interval '" + interval + "')::bigint as at")
            .getFirst()
            .get("at"));
  }

  private static byte[] at(String timestamp) {
    String body = new String(Samples.payload("webhook.test"), UTF_8);
    return body.replaceFirst("\"timestamp\":\\d+", "\"timestamp\":" + timestamp).getBytes(UTF_8);
  }
}
