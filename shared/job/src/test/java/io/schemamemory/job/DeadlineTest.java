package io.schemamemory.job;

import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.Context;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DeadlineTest {
  private final AtomicInteger left = new AtomicInteger();

  private final Deadline deadline = new Deadline(invocation(), Duration.ofSeconds(10));

  @ParameterizedTest
  @CsvSource({"60000, true", "10001, true", "10000, false", "9999, false", "0, false", "-5, false"})
  void nothing_new_begins_in_the_reserved_time(int millis, boolean allowed) {
    left.set(millis);

    assertThat(deadline.allowsMore()).isEqualTo(allowed);
  }

  @Test
  void it_comes_nearer_while_the_invocation_runs() {
    left.set(10_001);
    assertThat(deadline.allowsMore()).isTrue();

    left.set(9_000);
    assertThat(deadline.allowsMore()).isFalse();
  }

  /// A context that knows nothing but how much time is left.
  private Context invocation() {
    return (Context)
        Proxy.newProxyInstance(
            Context.class.getClassLoader(),
            new Class<?>[] {Context.class},
            (_, method, _) -> {
              assertThat(method.getName()).isEqualTo("getRemainingTimeInMillis");
              return left.get();
            });
  }
}
