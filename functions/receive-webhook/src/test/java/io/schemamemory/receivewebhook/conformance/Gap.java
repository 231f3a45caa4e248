package io.schemamemory.receivewebhook.conformance;

/// The moment between two steps of a receiver that takes two, where a claim lets something happen.
/// The real one takes one step, so nothing ever happens in its gap.
public final class Gap {
  private volatile Runnable happening = () -> {};

  /// Called by a receiver between its steps.
  public void pass() {
    happening.run();
  }

  void letHappen(Runnable something) {
    happening = something;
  }
}
