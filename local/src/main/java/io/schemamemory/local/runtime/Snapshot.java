package io.schemamemory.local.runtime;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/// The pause of a function under SnapStart: where Lambda would take a snapshot, its process waits.
///
/// It is that process which goes on, not a copy: what a real restore costs is not in it.
final class Snapshot {
  /// What Lambda gives a start that ends in a snapshot.
  private static final Duration LONGEST = Duration.ofSeconds(130);

  private final CompletableFuture<Boolean> taken = new CompletableFuture<>();
  private final CompletableFuture<Boolean> restored = new CompletableFuture<>();

  /// The process is initialized, and waits until [#restore].
  void take() {
    taken.complete(true);
    var _ = restored.join();
  }

  /// Waits until the process is that far; it may have ended instead.
  void await() {
    var _ = taken.completeOnTimeout(false, LONGEST.toMillis(), TimeUnit.MILLISECONDS).join();
  }

  /// Lets the process go on; true the first time.
  boolean restore() {
    return restored.complete(true);
  }

  /// The process will not come that far any more.
  void ended() {
    taken.complete(false);
    restored.complete(false);
  }
}
