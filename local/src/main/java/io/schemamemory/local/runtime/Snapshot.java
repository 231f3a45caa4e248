package io.schemamemory.local.runtime;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/// The pause of a function under SnapStart: where Lambda would take a snapshot, its process waits.
///
/// The same process continues, not a copy, so the time of a real restore is not included.
final class Snapshot {
  /// Lambda's limit for an init phase that ends in a snapshot.
  private static final Duration LONGEST = Duration.ofSeconds(130);

  private final CompletableFuture<Boolean> taken = new CompletableFuture<>();
  private final CompletableFuture<Boolean> restored = new CompletableFuture<>();

  /// The process is initialized, and waits until [#restore].
  void take() {
    taken.complete(true);
    var _ = restored.join();
  }

  /// Waits until the process is initialized or has ended.
  void await() {
    var _ = taken.completeOnTimeout(false, LONGEST.toMillis(), TimeUnit.MILLISECONDS).join();
  }

  /// Lets the process continue; true the first time.
  boolean restore() {
    return restored.complete(true);
  }

  /// The process will not be initialized any more.
  void ended() {
    taken.complete(false);
    restored.complete(false);
  }
}
