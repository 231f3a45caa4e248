package io.schemamemory.receivewebhook.conformance;

/// Lets a claim do something between the two steps of a broken receiver. The real one stores in one
/// step, so it has no gap.
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
