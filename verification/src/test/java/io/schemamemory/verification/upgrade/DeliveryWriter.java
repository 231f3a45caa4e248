package io.schemamemory.verification.upgrade;

import io.schemamemory.data.connection.DatabaseUrl;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;

/// Stores deliveries one after the other and waits at most a second for a lock.
final class DeliveryWriter implements AutoCloseable {
  private final AtomicInteger received = new AtomicInteger();
  private final AtomicBoolean stopped = new AtomicBoolean();
  private final CompletableFuture<Void> work;

  private DeliveryWriter(DatabaseUrl administrator) {
    work = CompletableFuture.runAsync(() -> write(administrator), Thread::startVirtualThread);
  }

  static DeliveryWriter start(DatabaseUrl administrator) {
    return new DeliveryWriter(administrator);
  }

  private void write(DatabaseUrl administrator) {
    try (Session session = Session.asOwner(administrator)) {
      session.run("set lock_timeout = '1s'");
      while (!stopped.get()) {
        session.run(
            "select memory.receive('default', repeat('a', 64), repeat('b', 16), null, 'body "
                + received.get()
                + "')");
        received.incrementAndGet();
      }
    } catch (Exception failure) {
      throw new IllegalStateException("the writer could not write", failure);
    }
  }

  /// Returns after this many more deliveries.
  void awaitMore(int deliveries) {
    int until = received.get() + deliveries;
    while (received.get() < until) {
      if (work.isDone()) {
        throw new AssertionError("the writer stopped", work.exceptionNow());
      }
      Thread.onSpinWait();
    }
  }

  /// Stops; fails if a delivery could not be stored.
  @Override
  public void close() {
    stopped.set(true);
    if (!work.isCompletedExceptionally()) {
      work.join();
    }
  }
}
