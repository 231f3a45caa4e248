package io.schemamemory.secrets;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.exception.SdkException;

/// Secrets Manager, asked with the credentials and the signature of AWS's SDK.
///
/// Not by the SDK's whole client: making one takes a cold process four times as long.
public final class SdkSecrets implements Secrets {
  private static final int ATTEMPTS = 3;
  private static final Duration PAUSE = Duration.ofMillis(100);

  private final Endpoint endpoint;
  private final AwsCredentialsProvider credentials;

  /// @param credentials asked at each reading, and not before
  SdkSecrets(Endpoint endpoint, AwsCredentialsProvider credentials) {
    this.endpoint = endpoint;
    this.credentials = credentials;
  }

  /// One at another address, to warm up with: no account has its credentials.
  public static SdkSecrets at(URI address) {
    return new SdkSecrets(
        new Endpoint(address, "us-east-1"),
        StaticCredentialsProvider.create(AwsBasicCredentials.create("none", "none")));
  }

  @Override
  public String read(String id, Duration within) {
    // On a thread of its own: nothing can limit the time a name server takes.
    FutureTask<String> reading = new FutureTask<>(() -> ask(id));
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

  /// The last attempt's failure is told.
  private String ask(String id) throws IOException, InterruptedException {
    for (int attempt = 1; attempt < ATTEMPTS; attempt++) {
      try {
        Answer answer = askOnce(id);
        if (!answer.isPassing()) {
          return answer.text(id);
        }
      } catch (IOException broken) {
        // As a connection is that died while Lambda kept the function frozen.
      }
      // What is throttled at once is throttled again; the reader gives up at its limit all the
      // same.
      Thread.sleep(PAUSE);
    }
    return askOnce(id).text(id);
  }

  private Answer askOnce(String id) throws IOException {
    return endpoint.ask(id, credentials.resolveCredentials());
  }

  private static SecretException failure(String id, Throwable cause) {
    return switch (cause) {
      case SecretException said -> said;
      case IOException _ -> SecretFailure.unreachable(id);
      case SdkException _ -> SecretFailure.withoutCredentials(id);
      default -> SecretFailure.unexpected(id, cause);
    };
  }
}
