package io.schemamemory.testkit.webhook;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16;

import io.schemamemory.testkit.Samples;
import java.util.List;
import java.util.stream.Stream;

/// A body with a valid signature that cannot be read: it is stored when received, and quarantined
/// when normalized.
///
/// @param latin1 one character per byte
/// @param reason the beginning of the quarantine's reason
public record HostileBody(String name, String latin1, String reason) {
  private static final String SAMPLE = new String(Samples.payload("branch.ready"), ISO_8859_1);

  private static final String NOT_AN_OBJECT = "the body is not a JSON object";
  private static final String UNREADABLE = "resource.name holds a character that cannot be read";
  private static final String MALFORMED = "the body is not well-formed JSON";
  private static final String TOO_DEEP = "the body is nested too deep";
  private static final String OUT_OF_RANGE = "timestamp is not between 2018 and 2100";
  private static final String NOT_WHOLE = "timestamp is not a whole number in range";

  /// The exact bytes.
  public byte[] bytes() {
    return latin1.getBytes(ISO_8859_1);
  }

  @Override
  public String toString() {
    return name;
  }

  /// One of each kind.
  public static List<HostileBody> all() {
    return Stream.of(notJson(), notText(), tooMuch(), outOfTime()).flatMap(List::stream).toList();
  }

  private static List<HostileBody> notJson() {
    return List.of(
        new HostileBody("empty", "", NOT_AN_OBJECT),
        new HostileBody("blank", " \n", NOT_AN_OBJECT),
        new HostileBody("an array", "[" + SAMPLE + "]", NOT_AN_OBJECT),
        new HostileBody("a string", "\"branch.ready\"", NOT_AN_OBJECT),
        new HostileBody("null", "null", NOT_AN_OBJECT),
        new HostileBody("no JSON", "event=branch.ready", MALFORMED),
        new HostileBody("truncated", SAMPLE.substring(0, 400), MALFORMED),
        new HostileBody("two at once", SAMPLE + SAMPLE, "the body holds more than one JSON value"),
        sample(
            "a key twice",
            "\"resource\":{",
            "\"resource\":{\"id\":\"other\",",
            "the body has resource.id twice"),
        sample(
            "a key twice, once escaped",
            "\"event\":",
            "\"\\u0065vent\":1,\"event\":",
            "the body has event twice"),
        sample(
            "a resource that is none",
            "\"resource\":{",
            "\"resource\":7,\"x\":{",
            "resource is not an object"));
  }

  private static List<HostileBody> notText() {
    return List.of(
        named("half a surrogate pair", "\\ud800", UNREADABLE),
        named("half a surrogate pair in UTF-8", "\u00ed\u00a0\u0080", UNREADABLE),
        named("Latin-1", "caf\u00e9", UNREADABLE),
        named("an escaped NUL", "\\u0000", UNREADABLE),
        named("a bare NUL", "\0", UNREADABLE),
        new HostileBody("UTF-16", new String(SAMPLE.getBytes(UTF_16), ISO_8859_1), MALFORMED));
  }

  private static List<HostileBody> tooMuch() {
    return List.of(
        nested("arrays two hundred thousand deep", "[", "]"),
        nested("objects two hundred thousand deep", "{\"a\":", "}"),
        new HostileBody("arrays that never end", "{\"a\":" + "[".repeat(1 << 20), TOO_DEEP),
        sample("a timestamp of 2000 digits", "1777744335", "1".repeat(2_000), NOT_WHOLE),
        named(
            "a name of a megabyte",
            "a".repeat(1 << 20),
            "resource.name is not text of at most 255 bytes"));
  }

  private static List<HostileBody> outOfTime() {
    return List.of(
        at("0", OUT_OF_RANGE),
        at("-1", OUT_OF_RANGE),
        at("1514764799", OUT_OF_RANGE),
        at("4102444800", OUT_OF_RANGE),
        at("1777744335000", OUT_OF_RANGE),
        at("9223372036854775807", OUT_OF_RANGE),
        at("-9223372036854775808", OUT_OF_RANGE),
        at("9223372036854775808", NOT_WHOLE),
        at("1e400", NOT_WHOLE),
        at("1e2147483647", NOT_WHOLE),
        at("1777744335.5", NOT_WHOLE),
        at("\"now\"", NOT_WHOLE),
        at("null", "the body has no timestamp"));
  }

  private static HostileBody nested(String name, String opening, String closing) {
    String deep = opening.repeat(200_000) + "0" + closing.repeat(200_000);
    return new HostileBody(name, "{\"a\":" + deep + "}", TOO_DEEP);
  }

  private static HostileBody named(String name, String branch, String reason) {
    return sample(name, "\"name\":\"add-email-index\"", "\"name\":\"" + branch + "\"", reason);
  }

  private static HostileBody at(String timestamp, String reason) {
    return sample("timestamp " + timestamp, "1777744335", timestamp, reason);
  }

  private static HostileBody sample(String name, String right, String wrong, String reason) {
    if (!SAMPLE.contains(right)) {
      throw new IllegalStateException("the sample has no " + right);
    }
    return new HostileBody(name, SAMPLE.replace(right, wrong), reason);
  }
}
