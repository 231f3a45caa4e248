package io.schemamemory.secrets;

import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/// Secrets Manager by AWS's SDK, whose client is made when first needed.
public final class SecretsManager implements Secrets {
  private final String region;
  private volatile @Nullable SecretsClient client;

  /// @param region the one of the secrets
  public SecretsManager(String region) {
    this.region = region;
  }

  @Override
  public String read(String id, Duration within) {
    // On a thread of its own: nothing can limit the time a name server takes.
    FutureTask<String> reading = new FutureTask<>(() -> client().read(id));
    Thread.ofPlatform().daemon().name("secret").start(reading);
    try {
      return reading.get(within.toNanos(), TimeUnit.NANOSECONDS);
    } catch (ExecutionException failed) {
      throw failure(id, Objects.requireNonNullElse(failed.getCause(), failed));
    } catch (TimeoutException late) {
      throw SecretFailure.late(id, within);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw SecretFailure.late(id, within);
    } finally {
      reading.cancel(true);
    }
  }

  private static SecretException failure(String id, Throwable cause) {
    return cause instanceof SecretException said ? said : SecretFailure.of(id, cause);
  }

  /// Makes the client if there is none; called early, it saves the first reading the wait.
  public synchronized void prepare() {
    var _ = client();
  }

  private synchronized SecretsClient client() {
    SecretsClient made = client;
    if (made == null) {
      made = SecretsClient.of(region);
      client = made;
    }
    return made;
  }
}
