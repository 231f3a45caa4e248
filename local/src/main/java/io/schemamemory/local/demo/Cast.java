package io.schemamemory.local.demo;

import io.schemamemory.testkit.Samples;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.random.RandomGenerator;
import java.util.regex.Pattern;

/// The sample payloads, changed as if they had happened just now to this run's deploy request.
///
/// @param shift from the samples' times to now, whole seconds
public record Cast(Duration shift, String id, int number, String branch) {
  private static final String SAMPLE_ID = "6k9choww9ktt";
  private static final String SAMPLE_BRANCH = "add-email-index";
  private static final Instant SAMPLE_END = Instant.parse("2026-05-02T17:54:47Z");
  private static final Pattern ISO =
      Pattern.compile("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{3}Z");
  private static final Pattern EPOCH = Pattern.compile("\"timestamp\":(\\d+)");
  private static final DateTimeFormatter MILLIS =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'").withZone(ZoneOffset.UTC);

  /// A deploy request of its own, whose last sample happens now.
  public static Cast of(Instant now, RandomGenerator random) {
    String letters =
        random
            .ints(6, 0, 36)
            .mapToObj(digit -> Integer.toString(digit, 36))
            .reduce("", String::concat);
    return new Cast(
        Duration.ofSeconds(now.getEpochSecond() - SAMPLE_END.getEpochSecond()),
        "demo00" + letters,
        random.nextInt(100, 10_000),
        SAMPLE_BRANCH + "-" + letters);
  }

  /// The time of the first sample's event in this run.
  Instant begin() {
    return SAMPLE_END.minus(Duration.ofMinutes(5)).plus(shift);
  }

  /// A sample's bytes, as if it had happened to this deploy request.
  public byte[] play(String event) {
    String sample = new String(Samples.payload(event), StandardCharsets.UTF_8);
    String named =
        sample
            .replace(SAMPLE_ID, id)
            .replace("\"02d8efu10v8v\"", "\"d" + id + "\"")
            .replace("\"8uttcz5xsj20\"", "\"b" + id + "\"")
            .replace(SAMPLE_BRANCH, branch)
            .replace("\"number\":42", "\"number\":" + number)
            .replace("\"deploy_request_number\":42", "\"deploy_request_number\":" + number)
            .replace("deploy-requests/42", "deploy-requests/" + number);
    String moved =
        ISO.matcher(named)
            .replaceAll(found -> MILLIS.format(Instant.parse(found.group()).plus(shift)));
    return EPOCH
        .matcher(moved)
        .replaceAll(
            found -> "\"timestamp\":" + (Long.parseLong(found.group(1)) + shift.toSeconds()))
        .getBytes(StandardCharsets.UTF_8);
  }
}
