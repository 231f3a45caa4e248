package io.schemamemory.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(value = 20, unit = TimeUnit.SECONDS)
class WriteBehindTest {
  private final List<String> written = Collections.synchronizedList(new ArrayList<>());

  @Test
  void whoever_hands_a_batch_over_goes_on_while_it_is_written() {
    CountDownLatch read = new CountDownLatch(1);
    try (WriteBehind<String> behind = new WriteBehind<>()) {
      assertThat(behind.write(() -> write("first", read))).isEmpty();
      assertThat(written).isEmpty();

      read.countDown();

      assertThat(behind.finish()).hasValue("first");
    }
  }

  @Test
  void batches_are_written_one_after_the_other_and_each_is_answered_once() {
    try (WriteBehind<String> behind = new WriteBehind<>()) {
      CountDownLatch none = new CountDownLatch(0);
      assertThat(behind.write(() -> write("first", none))).isEmpty();
      assertThat(behind.write(() -> write("second", none))).hasValue("first");
      assertThat(behind.finish()).hasValue("second");
      assertThat(behind.finish()).isEmpty();
    }
    assertThat(written).containsExactly("first", "second");
  }

  @Test
  void a_batch_that_fails_is_the_last_and_its_failure_is_thrown_as_it_was() {
    SQLException failure = new SQLException("gone", "08006");
    try (WriteBehind<String> behind = new WriteBehind<>()) {
      behind.write(
          () -> {
            throw failure;
          });
      assertThatThrownBy(() -> behind.write(() -> write("next", new CountDownLatch(0))))
          .isSameAs(failure);
      assertThat(behind.finish()).isEmpty();
    }
    assertThat(written).isEmpty();
  }

  @Test
  void whoever_fails_meanwhile_leaves_nothing_half_written() {
    assertThatThrownBy(
            () -> {
              try (WriteBehind<String> behind = new WriteBehind<>()) {
                behind.write(() -> write("first", new CountDownLatch(0)));
                throw new IllegalStateException("while the next was read");
              }
            })
        .hasMessage("while the next was read");
    assertThat(written).containsExactly("first");
  }

  private String write(String batch, CountDownLatch until) throws InterruptedException {
    until.await();
    written.add(batch);
    return batch;
  }
}
