package io.schemamemory.pollauditlog;

import static org.assertj.core.api.Assertions.assertThat;

import io.schemamemory.testkit.FixedTime;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What is too large for one reply: fewer entries are asked for, down to one, and an entry too
/// large alone is set aside.
class LargeEntryIT extends PollerFixture {
  private static final int MEGABYTE = 1024 * 1024;

  /// By the test's clock: how long replies take on this machine does not count.
  private static final Duration LONG = Duration.ofMinutes(4);

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 70, 99, 100, 149})
  void an_entry_too_large_alone_is_set_aside_and_its_neighbours_are_read(int newer) {
    log.generate(150 - newer, FixedTime.NOW.minusSeconds(7200), Duration.ofSeconds(30));
    large("large", FixedTime.NOW.minusSeconds(7100), 17 * MEGABYTE);
    log.generate(newer, FixedTime.NOW, Duration.ofSeconds(30));
    PollAuditLog poller = new PollAuditLog();

    PollCounts counts = run(poller, LONG);

    assertThat(counts.feeds()).isEqualTo(1);
    assertThat(counts.entries()).isEqualTo(150);
    assertThat(counts.quarantined()).isEqualTo(1);
    assertThat(ledger())
        .containsExactlyInAnyOrderElementsOf(
            log.ids().stream().filter(id -> !id.equals("large")).toList());
    assertThat(strings("select reason from memory.quarantine"))
        .singleElement()
        .asString()
        .contains("entry large", "longer than");
    assertThat(invocation.log()).contains("too_large=1");
    assertThat(requests()).isLessThan(40);

    assertThat(run(poller, LONG).feeds()).isEqualTo(1);
    assertThat(strings("select id from memory.quarantine")).hasSize(1);
  }

  @Test
  void several_in_a_row_are_set_aside_each() {
    log.generate(30, FixedTime.NOW.minusSeconds(7200), Duration.ofSeconds(30));
    for (int i = 0; i < 3; i++) {
      large("large" + i, FixedTime.NOW.minusSeconds(7100 - i), 17 * MEGABYTE);
    }
    log.generate(30, FixedTime.NOW, Duration.ofSeconds(30));

    PollCounts counts = run(new PollAuditLog(), LONG);

    assertThat(counts.entries()).isEqualTo(60);
    assertThat(counts.quarantined()).isEqualTo(3);
    assertThat(counts.feeds()).isEqualTo(1);
  }

  @Test
  void entries_too_large_only_together_are_all_read() {
    log.generate(30, FixedTime.NOW.minusSeconds(7200), Duration.ofSeconds(30));
    for (int i = 0; i < 24; i++) {
      large("large" + i, FixedTime.NOW.minusSeconds(7100 - i), MEGABYTE);
    }

    PollCounts counts = run(new PollAuditLog(), LONG);

    assertThat(counts.feeds()).isEqualTo(1);
    assertThat(counts.entries() + counts.quarantined()).isEqualTo(54);
    assertThat(invocation.log()).contains("too_large=0");
  }

  @ParameterizedTest
  @CsvSource({"16, 17", "17, 40"})
  void whatever_its_size(int megabytes, int more) {
    large("one", FixedTime.NOW, megabytes * MEGABYTE);
    large("two", FixedTime.NOW.plusSeconds(1), more * MEGABYTE);
    log.generate(3, FixedTime.NOW.minusSeconds(60), Duration.ofSeconds(30));

    PollCounts counts = run(new PollAuditLog(), LONG);

    assertThat(counts.feeds()).isEqualTo(1);
    assertThat(counts.entries()).isEqualTo(3);
    assertThat(counts.quarantined()).isEqualTo(2);
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 70})
  void an_entry_too_large_alone_is_set_aside_wherever_its_id_stands(int newer) {
    log.generate(80, FixedTime.NOW.minusSeconds(7200), Duration.ofSeconds(30));
    Instant at = FixedTime.NOW.minusSeconds(7100);
    String filling = "x".repeat(17 * MEGABYTE);
    log.add(
        "large",
        at,
        "{\"metadata\":{\"x\":\"%s\"},\"id\":\"large\",\"created_at\":\"%s\"}"
            .formatted(filling, at));
    log.generate(newer, FixedTime.NOW, Duration.ofSeconds(30));

    PollCounts counts = run(new PollAuditLog(), LONG);

    assertThat(counts).isEqualTo(new PollCounts(1, 0, 0, 0, counts.pages(), 80 + newer, 1));
    assertThat(string("select reason from memory.quarantine")).contains("entry large");
  }

  @Test
  void an_entry_that_is_malformed_before_its_id_is_set_aside_and_its_neighbours_are_read() {
    log.generate(80, FixedTime.NOW.minusSeconds(7200), Duration.ofSeconds(30));
    log.add("bad", FixedTime.NOW.minusSeconds(7100), "{\"x\":}");
    log.generate(70, FixedTime.NOW, Duration.ofSeconds(30));

    PollCounts counts = run(new PollAuditLog(), LONG);

    assertThat(counts).isEqualTo(new PollCounts(1, 0, 0, 0, counts.pages(), 150, 1));
    assertThat(string("select reason from memory.quarantine")).contains("entry bad");
  }

  /// One malformed entry makes its whole page unreadable, as one nested far too deeply does.
  @ParameterizedTest
  @ValueSource(strings = {"{\"x\":}", "[[[[", "nonsense", "deep"})
  void an_entry_that_makes_its_page_unreadable_is_set_aside_and_its_neighbours_are_read(
      String metadata) {
    PollCounts counts =
        polledWith(metadata.equals("deep") ? "[".repeat(200_000) + "]".repeat(200_000) : metadata);

    assertThat(counts).isEqualTo(new PollCounts(1, 0, 0, 0, counts.pages(), 150, 1));
    assertThat(string("select reason from memory.quarantine")).contains("entry bad");
  }

  @Test
  void an_entry_nested_too_deeply_costs_its_page_nothing() {
    PollCounts counts = polledWith("[".repeat(3_000) + "]".repeat(3_000));

    assertThat(counts).isEqualTo(new PollCounts(1, 0, 0, 0, counts.pages(), 150, 1));
    assertThat(string("select reason from memory.quarantine")).contains("has no audit_action");
  }

  private PollCounts polledWith(String metadata) {
    log.generate(80, FixedTime.NOW.minusSeconds(7200), Duration.ofSeconds(30));
    Instant at = FixedTime.NOW.minusSeconds(7100);
    log.add(
        "bad",
        at,
        "{\"id\":\"bad\",\"created_at\":\"%s\",\"metadata\":%s}".formatted(at, metadata));
    log.generate(70, FixedTime.NOW, Duration.ofSeconds(30));
    return run(new PollAuditLog(), LONG);
  }

  private void large(String id, Instant at, int bytes) {
    log.add(
        id,
        at,
        "{\"id\":\"%s\",\"audit_action\":\"branch.created\",\"created_at\":\"%s\",\"metadata\":{\"x\":\"%s\"}}"
            .formatted(id, at, "x".repeat(bytes)));
  }
}
