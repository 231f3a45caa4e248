package io.schemamemory.normalizedeliveries;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.schemamemory.testkit.Samples;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Bodies whose clock is ahead of ours, and the real normalizer.
abstract class DoubtfulFixture extends NormalizerFixture {
  /// 2099-01-01, as an envelope has it.
  static final String AHEAD = "4070908800";

  static final String SHOWN = "PlanetScale gave 2099-01-01 00:00:00 UTC as its time";

  static final String OPENED_AT = "\"created_at\":\"2026-05-02T17:52:35.797Z\"";

  private @Nullable NormalizeDeliveries normalize;

  /// One instance for all runs of a test: each has a connection of its own.
  void normalize() {
    normalize = Objects.requireNonNullElseGet(normalize, NormalizeDeliveries::new);
    normalize.handleRequest(Map.of(), invocation);
  }

  /// Before, such a body was read, and what it said stood for five hours.
  static String inFiveHours() {
    return read("select extract(epoch from now() + interval '5 hours')::bigint").strip();
  }

  static byte[] shifted(String body, long seconds) {
    String envelope =
        Pattern.compile("(?<=\"timestamp\":)\\d+")
            .matcher(body)
            .replaceFirst(found -> Long.toString(Long.parseLong(found.group()) + seconds));
    return Pattern.compile("2026-05-02T[0-9:.]+Z")
        .matcher(envelope)
        .replaceAll(found -> Instant.parse(found.group()).plusSeconds(seconds).toString())
        .getBytes(UTF_8);
  }

  static String openedAhead(String body) {
    return body.replace(OPENED_AT, "\"created_at\":\"2099-01-01T00:00:00.000Z\"");
  }

  /// The field everywhere in a body; `boo` and nulls stay.
  static String ahead(String body, String field) {
    return field.equals("timestamp")
        ? body.replaceFirst("\"timestamp\":\\d+", "\"timestamp\":" + AHEAD)
        : body.replaceAll(
            "\"" + field + "\":\"2026-05-02T[0-9:.]+Z\"",
            "\"" + field + "\":\"2099-01-01T00:00:00.000Z\"");
  }

  static byte[] changed(String sample, UnaryOperator<String> change) {
    String body = new String(Samples.payload(sample), UTF_8);
    assertThat(change.apply(body)).isNotEqualTo(body);
    return change.apply(body).getBytes(UTF_8);
  }
}
