package io.schemamemory.job;

import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.serialization.factories.JacksonFactory;
import io.schemamemory.data.runs.Run.Outcome;
import java.io.ByteArrayOutputStream;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class CountsTest {
  private enum Fruit implements Counter {
    PLUM,
    APPLE,
    ROTTEN;

    @Override
    public boolean isFailure() {
      return this == ROTTEN;
    }
  }

  private abstract static class Handler implements RequestHandler<Object, Counts<Fruit>> {}

  private static final Counts<Fruit> BASKET = Counts.of(Fruit.APPLE, 2).plus(Counts.of(Fruit.PLUM));

  @Test
  void adding_leaves_what_was_added_to_as_it_was() {
    Counts<Fruit> more = BASKET.plus(Fruit.APPLE, 3);

    assertThat(more.count(Fruit.APPLE)).isEqualTo(5);
    assertThat(BASKET.count(Fruit.APPLE)).isEqualTo(2);
  }

  @Test
  void every_counter_is_there_in_the_order_declared() {
    assertThat(BASKET.numbers().entrySet())
        .extracting(Object::toString)
        .containsExactly("plum=1", "apple=2", "rotten=0");
    assertThat(BASKET).hasToString("plum=1 apple=2 rotten=0");
  }

  @Test
  void a_counted_failure_fails_the_run() {
    assertThat(BASKET.outcome()).isEqualTo(Outcome.DONE);
    assertThat(BASKET.plus(Fruit.ROTTEN, 1).outcome()).isEqualTo(Outcome.FAILED);
  }

  static Stream<Type> declared() {
    Type answer =
        ((ParameterizedType) Handler.class.getGenericInterfaces()[0]).getActualTypeArguments()[1];
    return Stream.of(answer, Object.class);
  }

  @ParameterizedTest
  @MethodSource("declared")
  void lambda_writes_the_counters_by_name_whatever_type_the_handler_declares(Type declared) {
    ByteArrayOutputStream json = new ByteArrayOutputStream();

    JacksonFactory.getInstance().getSerializer(declared).toJson(BASKET, json);

    assertThat(json).hasToString("{\"plum\":1,\"apple\":2,\"rotten\":0}");
  }
}
