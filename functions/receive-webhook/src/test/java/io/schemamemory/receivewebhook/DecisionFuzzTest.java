package io.schemamemory.receivewebhook;

import static io.schemamemory.receivewebhook.SomeSecrets.LIVE;
import static io.schemamemory.receivewebhook.SomeSecrets.NEXT;
import static io.schemamemory.receivewebhook.SomeSecrets.OF_ANOTHER_SOURCE;
import static io.schemamemory.receivewebhook.SomeSecrets.RETIRED;
import static io.schemamemory.receivewebhook.SomeSecrets.UNKNOWN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Named.named;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.schemamemory.domain.signature.Verification.Reason;
import io.schemamemory.domain.signature.VerifiedPayload;
import io.schemamemory.receivewebhook.Decision.BadRequest;
import io.schemamemory.receivewebhook.Decision.Reject;
import io.schemamemory.receivewebhook.Decision.Store;
import io.schemamemory.testkit.Samples;
import io.schemamemory.testkit.webhook.Signatures;
import io.schemamemory.webhook.secrets.FixedSecrets;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.params.provider.MethodSource;

/// Any bytes are answered, and only a body signed with a live secret is stored.
///
/// As a test it runs what `events/` holds and what was once found; `bin/fuzz` searches for more.
class DecisionFuzzTest {
  private static final List<String> SECRETS =
      List.of(LIVE, NEXT, RETIRED, OF_ANOTHER_SOURCE, UNKNOWN);

  @MethodSource("events")
  @FuzzTest
  void any_event_is_answered_and_stored_only_if_a_live_secret_signed_it(byte[] event)
      throws IOException {
    Decision decision = decide(event);

    OtherReading.of(event)
        .ifPresent(
            other -> {
              if (decision instanceof Store(VerifiedPayload payload, Instant _)) {
                assertThat(payload.bytes()).isEqualTo(other.bytes());
                assertThat(payload.source()).isEqualTo(other.source());
              } else if (!decision.equals(new BadRequest(400, "EVENT_UNREADABLE"))) {
                assertThat(other.authentic()).isFalse();
              }
            });
  }

  @MethodSource("signed")
  @FuzzTest
  void any_body_is_stored_if_and_only_if_a_live_secret_signed_exactly_it(byte[] recipe)
      throws IOException {
    if (recipe.length < 2) {
      return;
    }
    byte[] body = Arrays.copyOfRange(recipe, 2, recipe.length);
    int secret = Byte.toUnsignedInt(recipe[0]) % SECRETS.size();
    Tampering tampering = Tampering.of(recipe[1]);
    String signature = Signatures.sign(SECRETS.get(secret), body);

    Decision decision = decide(tampering.event(body, signature));

    if (secret < 2 && tampering.harmless()) {
      assertThat(((Store) decision).payload().bytes()).isEqualTo(body);
      assertThat(((Store) decision).payload().signature()).isEqualTo(signature);
    } else {
      assertThat(decision).isInstanceOfAny(Reject.class, BadRequest.class);
    }
  }

  private static Decision decide(byte[] event) throws IOException {
    Decision decision =
        Decision.of(new ByteArrayInputStream(event), new FixedSecrets(SomeSecrets.ALL));
    switch (decision) {
      case Store(VerifiedPayload payload, Instant _) ->
          assertThat(SomeSecrets.live(payload.source()))
              .anyMatch(
                  secret -> Signatures.sign(secret, payload.bytes()).equals(payload.signature()));
      case Reject(Reason reason, String source) ->
          assertThat(WebhookResponse.rejected(reason, source).line())
              .matches("rejected [A-Z_]+( source=(default|other))?");
      case BadRequest(int status, String why) -> {
        assertThat(status).isIn(400, 413);
        assertThat(why).matches("[A-Z_]+( bytes=\\d+)?");
      }
      case Decision.Postpone(String why) -> throw new AssertionError(why);
      case Decision.KeepWarm() ->
          assertThat(OtherReading.of(event).filter(OtherReading::authentic)).isEmpty();
    }
    return decision;
  }

  static Stream<Named<byte[]>> events() {
    return Samples.files("receive-webhook").stream()
        .map(file -> named(file, Samples.read("receive-webhook/" + file)));
  }

  static Stream<Named<byte[]>> signed() {
    Stream<Named<byte[]>> bySecret =
        IntStream.range(0, SECRETS.size())
            .mapToObj(secret -> named("signed with " + SECRETS.get(secret), recipe(secret, 0)));
    Stream<Named<byte[]>> tampered =
        IntStream.range(0, Tampering.values().length)
            .mapToObj(i -> named(Tampering.of((byte) i).toString(), recipe(0, i)));
    return Stream.concat(bySecret, tampered);
  }

  private static byte[] recipe(int secret, int tampering) {
    byte[] body = Samples.payload("deploy_request.queued");
    byte[] recipe = new byte[body.length + 2];
    recipe[0] = (byte) secret;
    recipe[1] = (byte) tampering;
    System.arraycopy(body, 0, recipe, 2, body.length);
    return recipe;
  }
}
