package io.schemamemory.planetscale;

import static io.schemamemory.planetscale.Bodies.branch;
import static io.schemamemory.planetscale.Bodies.deployment;
import static io.schemamemory.planetscale.Bodies.reason;
import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import io.schemamemory.domain.event.Actor;
import io.schemamemory.domain.event.Event;
import io.schemamemory.domain.event.Facts;
import io.schemamemory.planetscale.EventReading.Read;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What cannot be read costs its own field only, and is named; the bytes stay evidence.
///
/// Bodies are written with one character per byte.
class UnreadableCharactersTest {
  private static Event read(String latin1) {
    return switch (Bodies.read(latin1.getBytes(ISO_8859_1))) {
      case Read(Event event) -> event;
      case EventReading.Unreadable(String reason, var _) -> throw new AssertionError(reason);
    };
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"notes\":\"a\\u0000b\"",
        "\"notes\":\"a\0b\"",
        "\"notes\":{\"a\0b\":1}",
        "\"notes\":\"a\\ud800b\"",
        "\"notes\":\"\\ude00\\ud83d\"",
        "\"notes\":\"caf\u00e9\"",
        "\"notes\":\"\u00e2\u0082\"",
        "\"notes\":\"\u00ed\u00a0\u0080\"",
        "\"notes\":\"\u00c0\u0080\"",
        "\"notes\":{\"a\":[{\"b\":\"\\u0000\"}]}",
        "\"notes\":{\"\\u0000\":1}",
        "\"notes\":{\"\u00ff\":1}",
        "\"notes\":\"\\\\\\u0000\"",
        "\"notes\":{\"\\ud83d\":1}",
        "\"notes\":{\"a\":1,\"a\":2}",
        "\"notes\":{\"a\":[{\"id\":\"hunter2\",\"id\":null}]}",
        "\"notes\":1,\"notes\":2"
      })
  void the_rest_of_the_event_is_read(String notes) {
    Event event = read(branch("," + notes));

    assertThat(event.facts()).isEqualTo(Bodies.event(branch("")).facts());
    assertThat(event.passedOver()).isNotEmpty().allMatch(one -> one.startsWith("resource.notes"));
  }

  @Test
  void values_too_long_or_too_deep_cost_their_field_only() {
    for (String value :
        new String[] {
          "1".repeat(5_000),
          "-1." + "1".repeat(5_000) + "e9",
          "[".repeat(65) + "]".repeat(65),
          "[".repeat(100) + "]".repeat(100),
          "[".repeat(10_000) + "]".repeat(10_000),
          "{\"a\":".repeat(10_000) + "1" + "}".repeat(10_000)
        }) {
      Event event = read(branch(",\"notes\":" + value));
      assertThat(event.facts()).isEqualTo(Bodies.event(branch("")).facts());
      assertThat(event.passedOver()).isNotEmpty().allMatch(one -> one.startsWith("resource.notes"));
    }
    Event event = read(branch(",\"" + "k".repeat(60_000) + "\":1"));
    assertThat(event.known()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"\\u0000", "\\ud800", "\u00ff"})
  void free_text_keeps_what_can_be_read(String unreadable) {
    Event event =
        read(
            deployment(
                ",\"deploy_check_errors\":\"left %1$s right\",\"deploy_operations\":"
                        .formatted(unreadable)
                    + "[{\"ddl_statement\":\"drop table t -- %s\"}],\"cutover_actor\":{\"id\":\"a\",\"display_name\":\"Jane %s Doe\"}"
                        .formatted(unreadable, unreadable)));

    Facts.Deployment run = requireNonNull(((Facts.DeployRequest) event.facts()).deployment());
    assertThat(run.errors()).containsExactly("left \ufffd right");
    assertThat(run.statements().getFirst().ddl()).isEqualTo("drop table t -- \ufffd");
    assertThat(event.actors()).extracting(Actor::displayName).containsExactly("Jane \ufffd Doe");
    assertThat(event.passedOver())
        .containsExactly(
            "resource.deployment.cutover_actor.display_name",
            "resource.deployment.deploy_check_errors",
            "resource.deployment.deploy_operations.ddl_statement");
  }

  @ParameterizedTest
  @ValueSource(strings = {"\\u0000", "\\ud800", "\u00ff"})
  void what_an_event_needs_must_be_readable(String unreadable) {
    String body = branch("").replace("br1", "br" + unreadable);
    assertThat(reason(body.getBytes(ISO_8859_1)))
        .isEqualTo("resource.id holds a character that cannot be read");
  }

  @Test
  void what_an_event_needs_must_stand_once() {
    assertThat(reason(branch(",\"id\":\"br2\""))).isEqualTo("the body has resource.id twice");
    assertThat(reason(branch("").replace("{\"timestamp\"", "{\"event\":\"a\",\"timestamp\"")))
        .isEqualTo("the body has event twice");
    assertThat(reason(branch("").replace("{\"timestamp\"", "{\"\\u0065vent\":1,\"timestamp\"")))
        .isEqualTo("the body has event twice");
    assertThat(reason(branch("").replace("\"resource\"", "\"resource\":{},\"resource\"")))
        .isEqualTo("the body has resource twice");
    assertThat(reason(deployment(",\"queued_at\":null,\"queued_at\":null")))
        .isEqualTo("the body has resource.deployment.queued_at twice");
  }

  /// A key may be a person's address.
  @Test
  void a_name_that_is_no_fields_is_not_repeated() {
    Event event =
        read(branch(",\"canary@example.test\":\"\\u0000\",\"x\":{\"Canary N\":\"\\u0000\"}"));
    assertThat(event.passedOver()).containsExactly("resource.(a field)", "resource.x.(a field)");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\u5c71",
        "\ud83d\ude00",
        "e\u0301",
        "\ud83d\udc68\u200d\ud83d\udc69\u200d\ud83d\udc67"
      })
  void a_long_display_name_is_told_by_its_beginning(String letter) {
    String name = letter.repeat(86 * 4);
    Event event =
        Bodies.event(branch(",\"actor\":{\"id\":\"jane\",\"display_name\":\"" + name + "\"}"));

    String told = event.actors().getFirst().displayName();
    assertThat(told).isEqualTo(letter.repeat(255 / letter.getBytes(UTF_8).length));
    assertThat(event.passedOver()).isEmpty();
  }
}
