package io.schemamemory.planetscale.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.schemamemory.planetscale.api.ApiResult.Unanswered;
import io.schemamemory.planetscale.api.http.RequestLimits;
import io.schemamemory.testkit.planetscale.Fault;
import io.schemamemory.testkit.planetscale.StandInReply.Delivery;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/// One request takes so long, and brings so much, and no more.
class LimitsIT {
  private static final Duration LONG = Duration.ofSeconds(20);

  @ParameterizedTest
  @EnumSource(names = {"HANGING", "STALLED"})
  void an_answer_that_never_ends_is_given_up_and_asked_for_again(Delivery how) {
    try (ClientFixture fixture =
        new ClientFixture(new RequestLimits(LONG, Duration.ofMillis(700), 100_000))) {
      fixture.planetScale.script().next(1, Fault.delivery(how));

      assertThat(fixture.api().databases(PageRequest.first(), fixture.later()))
          .isInstanceOf(ApiResult.Ok.class);
      assertThat(fixture.pauses).isNotEmpty();
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"HANGING", "STALLED"})
  void no_answer_is_waited_for_beyond_the_deadline(Delivery how) {
    try (ClientFixture fixture = new ClientFixture(new RequestLimits(LONG, LONG, 100_000))) {
      fixture.planetScale.script().next(1, Fault.delivery(how));

      assertThat(fixture.api().databases(PageRequest.first(), fixture.now.get().plusMillis(250)))
          .isEqualTo(
              new ApiResult.OutOfTime<>("no complete reply within 250 ms", true, Optional.empty()));
    }
  }

  @Test
  void a_server_that_takes_no_connection_is_given_up() throws IOException {
    RequestLimits limits = new RequestLimits(Duration.ofMillis(100), LONG, 100_000);
    try (ClientFixture fixture = new ClientFixture();
        ServerSocket full = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
        Socket _ = new Socket(full.getInetAddress(), full.getLocalPort());
        Socket _ = new Socket(full.getInetAddress(), full.getLocalPort());
        PlanetScaleClient client =
            fixture.client("http://127.0.0.1:" + full.getLocalPort(), limits)) {
      OrganizationApi api =
          client.organization("acme", ServiceToken.of("a:b"), () -> Duration.ZERO);

      assertThat(api.databases(PageRequest.first(), fixture.later()))
          .isEqualTo(new Unanswered<>("no connection within 100 ms"));
    }
  }

  static Stream<Fault> tooLong() {
    return Stream.of(
        Fault.oversized(1_000_000),
        (genuine, _) -> genuine.saying("x".repeat(1_000_000)),
        (genuine, _) -> genuine.saying("x".repeat(1_000_000)).with("Content-Encoding", "identity"));
  }

  @ParameterizedTest
  @MethodSource("tooLong")
  void an_answer_too_long_packed_or_unpacked_is_not_asked_for_again(Fault fault) {
    try (ClientFixture fixture = new ClientFixture(new RequestLimits(LONG, LONG, 100_000))) {
      fixture.planetScale.script().next(1, fault);

      assertThat(fixture.api().databases(PageRequest.first(), fixture.later()))
          .isInstanceOfSatisfying(
              ApiResult.TooLong.class,
              it -> {
                assertThat(it.reason()).isEqualTo("the reply is longer than 100000 bytes");
                assertThat(it.beginning().length()).isBetween(1, 100_001);
              });
      assertThat(fixture.planetScale.requests()).hasSize(1);
    }
  }

  @Test
  void one_interrupted_while_waiting_for_the_answer_stops_and_stays_interrupted() {
    Thread asking = Thread.currentThread();
    try (ClientFixture fixture = new ClientFixture()) {
      fixture
          .planetScale
          .script()
          .next(
              1,
              (genuine, _) -> {
                asking.interrupt();
                return genuine.delivered(Delivery.HANGING);
              });

      assertThat(fixture.api().databases(PageRequest.first(), fixture.later()))
          .isEqualTo(new Unanswered<>("the request was interrupted"));
      assertThat(Thread.interrupted()).isTrue();
    }
  }
}
