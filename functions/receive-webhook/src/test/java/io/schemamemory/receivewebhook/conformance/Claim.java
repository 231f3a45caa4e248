package io.schemamemory.receivewebhook.conformance;

import java.util.Locale;

/// A promise that every receiver must keep.
enum Claim {
  THE_SAME_BYTES_AGAIN_ARE_ONE_DELIVERY,
  THE_SAME_BYTES_AT_ONCE_ARE_ONE_DELIVERY,
  A_REPEAT_CHANGES_NOTHING,
  WHAT_WAS_ANSWERED_2XX_OUTLIVES_THE_RECEIVER,
  A_RETRY_REPAIRS_A_CRASH_BEFORE_THE_ANSWER,
  EVENTS_IN_ANY_ORDER_ARE_ALL_KEPT,
  WHAT_IS_SIGNED_IS_STORED_WHATEVER_IT_IS,
  WHAT_IS_NOT_SIGNED_IS_ANSWERED_401_WHATEVER_IT_IS,
  A_RETIRED_SECRET_NO_LONGER_VERIFIES,
  THE_LOG_CONTAINS_NEITHER_SECRET_NOR_PAYLOAD;

  /// Fails with an assertion when the receivers of a stage do not keep it.
  void check(Stage stage) {
    switch (this) {
      case THE_SAME_BYTES_AGAIN_ARE_ONE_DELIVERY -> Repeats.again(stage);
      case THE_SAME_BYTES_AT_ONCE_ARE_ONE_DELIVERY -> Repeats.atOnce(stage);
      case A_REPEAT_CHANGES_NOTHING -> Repeats.changingNothing(stage);
      case WHAT_WAS_ANSWERED_2XX_OUTLIVES_THE_RECEIVER -> Deaths.afterAnswering(stage);
      case A_RETRY_REPAIRS_A_CRASH_BEFORE_THE_ANSWER -> Deaths.beforeAnswering(stage);
      case EVENTS_IN_ANY_ORDER_ARE_ALL_KEPT -> Bodies.inAnyOrder(stage);
      case WHAT_IS_SIGNED_IS_STORED_WHATEVER_IT_IS -> Bodies.signed(stage);
      case WHAT_IS_NOT_SIGNED_IS_ANSWERED_401_WHATEVER_IT_IS -> Bodies.unsigned(stage);
      case A_RETIRED_SECRET_NO_LONGER_VERIFIES -> Secrets.retired(stage);
      case THE_LOG_CONTAINS_NEITHER_SECRET_NOR_PAYLOAD -> Secrets.unlogged(stage);
    }
  }

  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
