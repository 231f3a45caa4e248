package io.schemamemory.applyretention;

import io.micronaut.context.annotation.Replaces;
import jakarta.inject.Singleton;

/// A pause in which a test does something, instead of time passing.
@Singleton
@Replaces(Pause.class)
class RehearsedPause extends Pause {
  private static volatile Runnable something = () -> {};

  static void rehearse(Runnable runnable) {
    something = runnable;
  }

  @Override
  void take() {
    something.run();
  }
}
