package io.schemamemory.job;

import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;

/// Writes one batch while the next is read: batches one after the other, over a connection that is
/// not the reader's.
///
/// Closing waits for what is being written: an invocation that ended before it would freeze it.
///
/// @param <T> what a write answers
public final class WriteBehind<T> implements AutoCloseable {
  private final ExecutorService writer =
      Executors.newSingleThreadExecutor(Thread.ofPlatform().name("write-behind").factory());
  private @Nullable Future<T> writing;

  /// Waits for the batch before, then begins to write this one.
  ///
  /// @return what writing the batch before came to; if it failed, its failure is thrown as it was,
  ///     and this batch is not begun
  public Optional<T> write(Callable<T> batch) {
    Optional<T> before = finish();
    writing = writer.submit(batch);
    return before;
  }

  /// Waits for the last batch.
  ///
  /// @return what writing it came to, unless that was asked before; if it failed, its failure is
  ///     thrown as it was
  public Optional<T> finish() {
    Future<T> last = writing;
    writing = null;
    return last == null ? Optional.empty() : Optional.of(answer(last));
  }

  private static <T> T answer(Future<T> writing) {
    try {
      return writing.get();
    } catch (ExecutionException failure) {
      throw WriteBehind.<RuntimeException>undeclared(failure.getCause());
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("stopped while a batch was written", stopped);
    }
  }

  /// As it was thrown, checked or not: a wrapper would hide its class from those who catch it.
  @SuppressWarnings("unchecked")
  private static <E extends Throwable> RuntimeException undeclared(@Nullable Throwable failure)
      throws E {
    throw (E) Objects.requireNonNull(failure);
  }

  @Override
  public void close() {
    writer.close();
  }
}
