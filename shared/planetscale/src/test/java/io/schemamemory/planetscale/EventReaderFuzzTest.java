package io.schemamemory.planetscale;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Named.named;

import com.code_intelligence.jazzer.junit.DictionaryEntries;
import com.code_intelligence.jazzer.junit.FuzzTest;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.schemamemory.domain.event.Event;
import io.schemamemory.domain.event.SourceClock;
import io.schemamemory.domain.observation.Channel;
import io.schemamemory.domain.observation.Sighting;
import io.schemamemory.planetscale.EventReading.Read;
import io.schemamemory.planetscale.EventReading.Unreadable;
import io.schemamemory.testkit.Samples;
import java.io.IOException;
import java.time.Instant;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.params.provider.MethodSource;

/// Whatever the bytes, they are read into what the memory can keep, or there is a reason.
///
/// As a test it runs what `events/` holds and what was once found; `bin/fuzz` searches for more.
class EventReaderFuzzTest {
  /// Another reader, which refuses what follows an object.
  private static final JsonMapper OTHER =
      JsonMapper.builder(
              JsonFactory.builder()
                  .streamReadConstraints(
                      StreamReadConstraints.builder()
                          .maxNestingDepth(Integer.MAX_VALUE)
                          .maxNumberLength(Integer.MAX_VALUE)
                          .build())
                  .build())
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();

  private static final Instant EARLIEST = Instant.parse("2018-01-01T00:00:00Z");
  private static final Instant LATEST = Instant.parse("2100-01-01T00:00:00Z");

  /// PostgreSQL refuses index entries of more than a third of a page.
  private static final int LONGEST_KEY = 2_700;

  @DictionaryEntries({
    "1e400",
    "1e2147483647",
    "1e99999999999",
    "-9223372036854775808",
    "292277026596",
    "\"+999999999-12-31T23:59:59.999999999Z\"",
    "\"2018-01-01T00:00:00Z\"",
    "\\ud800",
    "\\u0000",
    "null",
    "true",
    "[[[[",
    "}{",
    "\"timestamp\":",
    "\"event\":\"branch.ready\"",
    "\"event\":\"deploy_request.queued\"",
    "\"resource\":{\"id\":\"x\",\"number\":1,\"name\":\"x\",\"branch\":\"x\",\"into_branch\":\"x\"}",
    "\"deployment\":{\"id\":\"x\"}",
    "\"actor\":{\"id\":\"x\"}"
  })
  @MethodSource("payloads")
  @FuzzTest
  void any_body_is_read_into_what_the_memory_can_keep_or_there_is_a_reason(byte[] body)
      throws IOException {
    switch (Bodies.read(body)) {
      case Read(Event event) -> {
        assertThat(OTHER.readTree(new String(body, UTF_8)).isObject()).isTrue();
        assertKept(event);
      }
      case Unreadable(String reason, var _) ->
          assertThat(reason).hasSizeLessThan(150).matches("[a-zA-Z][\\w .,+'-]+");
    }
  }

  private static void assertKept(Event event) {
    Sighting sighting =
        Sighting.of(event, Channel.WEBHOOK, "default", "0".repeat(64), Bodies.RECEIVED);
    assertThat(event.envelope().sentAt()).isBetween(EARLIEST, LATEST);
    assertThat(sighting.occurredAt())
        .isBetween(EARLIEST, Bodies.RECEIVED.plus(SourceClock.TOLERANCE));
    assertThat(sighting.key().text().getBytes(UTF_8)).hasSizeLessThan(LONGEST_KEY);
    assertTextOfPostgres(sighting.toString());
    event
        .actors()
        .forEach(actor -> assertTextOfPostgres(actor.displayName() + " " + actor.avatarUrl()));
  }

  private static void assertTextOfPostgres(String text) {
    assertThat(text).doesNotContain("\0");
    assertThat(UTF_8.newEncoder().canEncode(text)).isTrue();
  }

  static Stream<Named<byte[]>> payloads() {
    return Samples.payloads().stream().map(event -> named(event, Samples.payload(event)));
  }
}
