package io.schemamemory.receivewebhook.conformance;

import static io.schemamemory.receivewebhook.conformance.Claim.A_REPEAT_CHANGES_NOTHING;
import static io.schemamemory.receivewebhook.conformance.Claim.A_RETIRED_SECRET_NO_LONGER_VERIFIES;
import static io.schemamemory.receivewebhook.conformance.Claim.A_RETRY_REPAIRS_A_CRASH_BEFORE_THE_ANSWER;
import static io.schemamemory.receivewebhook.conformance.Claim.EVENTS_IN_ANY_ORDER_ARE_ALL_KEPT;
import static io.schemamemory.receivewebhook.conformance.Claim.THE_LOG_CONTAINS_NEITHER_SECRET_NOR_PAYLOAD;
import static io.schemamemory.receivewebhook.conformance.Claim.THE_SAME_BYTES_AGAIN_ARE_ONE_DELIVERY;
import static io.schemamemory.receivewebhook.conformance.Claim.THE_SAME_BYTES_AT_ONCE_ARE_ONE_DELIVERY;
import static io.schemamemory.receivewebhook.conformance.Claim.WHAT_IS_NOT_SIGNED_IS_ANSWERED_401_WHATEVER_IT_IS;
import static io.schemamemory.receivewebhook.conformance.Claim.WHAT_IS_SIGNED_IS_STORED_WHATEVER_IT_IS;
import static io.schemamemory.receivewebhook.conformance.Claim.WHAT_WAS_ANSWERED_2XX_OUTLIVES_THE_RECEIVER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import io.schemamemory.receivewebhook.ReceiveWebhook;
import io.schemamemory.receivewebhook.conformance.broken.AcceptsRetiredSecrets;
import io.schemamemory.receivewebhook.conformance.broken.ActsBeforeDedupe;
import io.schemamemory.receivewebhook.conformance.broken.AnswersBeforeCommit;
import io.schemamemory.receivewebhook.conformance.broken.AssumesOrder;
import io.schemamemory.receivewebhook.conformance.broken.ChecksThenInserts;
import io.schemamemory.receivewebhook.conformance.broken.CrashesAfterTheEffect;
import io.schemamemory.receivewebhook.conformance.broken.LogsWhatItGets;
import io.schemamemory.receivewebhook.conformance.broken.ParsesBeforeVerifying;
import io.schemamemory.receivewebhook.conformance.broken.StoresEveryTime;
import io.schemamemory.roles.Login;
import io.schemamemory.testkit.MemoryDatabase;
import io.schemamemory.testkit.Samples;
import io.schemamemory.testkit.queue.StandInSpillQueue;
import java.io.IOException;
import java.util.Collection;
import java.util.EnumSet;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import uk.org.webcompere.systemstubs.environment.EnvironmentVariables;
import uk.org.webcompere.systemstubs.jupiter.SystemStub;
import uk.org.webcompere.systemstubs.jupiter.SystemStubsExtension;

/// The receiver keeps every claim; each deliberately broken one breaks exactly the claims it
/// should.
@ExtendWith(SystemStubsExtension.class)
class ConformanceIT {
  @RegisterExtension static final MemoryDatabase database = new MemoryDatabase();

  @RegisterExtension static final StandInSpillQueue queue = new StandInSpillQueue();

  @SystemStub private final EnvironmentVariables environment = new EnvironmentVariables();

  @BeforeEach
  void letTheRealOneStart() {
    queue.environment().forEach(environment::set);
    environment.set("DATABASE_URL", database.url(Login.RECEIVE_WEBHOOK).reveal());
    environment.set("PLANETSCALE_WEBHOOK_SECRET", Samples.SECRET);
  }

  @ParameterizedTest
  @EnumSource
  void the_receiver_keeps(Claim claim) throws IOException {
    try (Stage stage = new Stage(database, _ -> new ReceiveWebhook())) {
      claim.check(stage);
    }
  }

  @ParameterizedTest
  @MethodSource("broken")
  void a_broken_receiver_is_caught_by_its_claims_if_it(
      Function<Stage, RequestStreamHandler> kind, Set<Claim> caughtBy) throws IOException {
    Set<Claim> broken = EnumSet.noneOf(Claim.class);
    for (Claim claim : Claim.values()) {
      if (!keeps(kind, claim)) {
        broken.add(claim);
      }
    }
    assertThat(broken).isEqualTo(caughtBy);
  }

  @Test
  void every_claim_catches_at_least_one_broken_receiver() {
    Stream<?> caughtBy = broken().flatMap(one -> ((Collection<?>) one.get()[1]).stream());

    assertThat(caughtBy.distinct()).hasSameSizeAs(Claim.values());
  }

  static Stream<Arguments> broken() {
    return Stream.of(
        broken(
            "answered before it commits",
            AnswersBeforeCommit::new,
            WHAT_WAS_ANSWERED_2XX_OUTLIVES_THE_RECEIVER),
        broken(
            "looked first and inserted then",
            ChecksThenInserts::new,
            THE_SAME_BYTES_AT_ONCE_ARE_ONE_DELIVERY),
        broken(
            "crashed after the effect",
            CrashesAfterTheEffect::new,
            THE_SAME_BYTES_AT_ONCE_ARE_ONE_DELIVERY,
            A_RETRY_REPAIRS_A_CRASH_BEFORE_THE_ANSWER),
        broken(
            "stored every time",
            StoresEveryTime::new,
            THE_SAME_BYTES_AGAIN_ARE_ONE_DELIVERY,
            THE_SAME_BYTES_AT_ONCE_ARE_ONE_DELIVERY,
            A_REPEAT_CHANGES_NOTHING,
            A_RETRY_REPAIRS_A_CRASH_BEFORE_THE_ANSWER),
        broken("assumed an order", AssumesOrder::new, EVENTS_IN_ANY_ORDER_ARE_ALL_KEPT),
        broken(
            "logged what it gets",
            LogsWhatItGets::new,
            THE_LOG_CONTAINS_NEITHER_SECRET_NOR_PAYLOAD),
        broken(
            "acted before it knows what is new", ActsBeforeDedupe::new, A_REPEAT_CHANGES_NOTHING),
        broken(
            "parsed before it verifies",
            ParsesBeforeVerifying::new,
            WHAT_IS_SIGNED_IS_STORED_WHATEVER_IT_IS,
            WHAT_IS_NOT_SIGNED_IS_ANSWERED_401_WHATEVER_IT_IS),
        broken(
            "accepted retired secrets",
            AcceptsRetiredSecrets::new,
            A_RETIRED_SECRET_NO_LONGER_VERIFIES));
  }

  private static Arguments broken(
      String name, Function<Stage, RequestStreamHandler> kind, Claim first, Claim... others) {
    Set<Claim> caughtBy = EnumSet.of(first, others);
    return argumentSet(name + ", caught by " + caughtBy, kind, caughtBy);
  }

  private static boolean keeps(Function<Stage, RequestStreamHandler> kind, Claim claim)
      throws IOException {
    try (Stage stage = new Stage(database, kind)) {
      claim.check(stage);
      return true;
    } catch (AssertionError broken) {
      return false;
    }
  }
}
