package io.schemamemory.migrateschema.deploy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class AnswerSenderIT {
  private static final Duration WITHIN = Duration.ofSeconds(20);

  private final AnswerSender sender = new AnswerSender();

  @Test
  void the_bytes_are_put_as_the_address_is_signed_for() {
    try (AnswerBucket bucket = new AnswerBucket()) {
      send(bucket, WITHIN);

      assertThat(bucket.only().method()).isEqualTo("PUT");
      assertThat(bucket.only().query()).isEqualTo("X-Amz-Signature=a%2Fb");
      assertThat(bucket.only().hasContentType()).isFalse();
      assertThat(bucket.only().body()).isEqualTo("{}");
    }
  }

  @Test
  void a_bucket_that_is_out_of_order_is_tried_again() {
    try (AnswerBucket bucket = new AnswerBucket().answering(503).answering(500)) {
      send(bucket, WITHIN);

      assertThat(bucket.puts()).hasSize(3);
    }
  }

  @Test
  void an_address_that_is_refused_is_not_tried_again() {
    try (AnswerBucket bucket = new AnswerBucket().answering(403)) {
      assertThatThrownBy(() -> send(bucket, WITHIN))
          .isInstanceOf(UnansweredException.class)
          .hasMessageContaining("403")
          .hasMessageNotContaining("X-Amz");
      assertThat(bucket.puts()).hasSize(1);
    }
  }

  @Test
  void a_bucket_that_hangs_is_given_up_in_time() {
    try (AnswerBucket bucket = new AnswerBucket().hanging()) {
      long begin = System.nanoTime();

      assertThatThrownBy(() -> send(bucket, Duration.ofSeconds(1)))
          .hasMessageContaining("no response came in time");
      assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(Duration.ofSeconds(4));
    }
  }

  @Test
  void an_address_where_nobody_listens_is_said_to_need_a_way() {
    AnswerBucket bucket = new AnswerBucket();
    bucket.close();

    assertThatThrownBy(() -> send(bucket, Duration.ofMillis(300)))
        .isInstanceOf(UnansweredException.class)
        .hasMessageContaining("a gateway endpoint");
  }

  private void send(AnswerBucket bucket, Duration within) {
    sender.send(ResponseUrl.parse(bucket.url()), "{}".getBytes(StandardCharsets.UTF_8), within);
  }
}
