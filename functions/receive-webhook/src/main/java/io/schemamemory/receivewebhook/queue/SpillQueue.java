package io.schemamemory.receivewebhook.queue;

import java.net.URI;
import java.time.Duration;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProviderChain;
import software.amazon.awssdk.auth.credentials.ContainerCredentialsProvider;
import software.amazon.awssdk.auth.credentials.EnvironmentVariableCredentialsProvider;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.retries.DefaultRetryStrategy;
import software.amazon.awssdk.retries.api.BackoffStrategy;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.SqsClientBuilder;

/// The SQS queue that keeps deliveries while the database is away.
public final class SpillQueue {
  /// SQS takes 1 MiB since August 2025, and so does Lambda from it; a little is left for either to
  /// count differently.
  public static final int LARGEST = 1_000_000;

  /// A connection may have died while Lambda kept the function frozen, and so may its successor.
  private static final int ATTEMPTS = 3;

  /// A port of this machine that is kept free.
  private static final String NOWHERE = "http://127.0.0.1:1";

  private final String url;
  private final SqsClient client;

  private SpillQueue(String url, SqsClient client) {
    this.url = url;
    this.client = client;
  }

  /// @param attempt how long one attempt to send may take
  public SpillQueue(String url, Duration attempt) {
    this(
        url,
        client(attempt)
            // Where Lambda leaves them: without SnapStart, and with it.
            .credentialsProvider(
                AwsCredentialsProviderChain.of(
                    EnvironmentVariableCredentialsProvider.create(),
                    ContainerCredentialsProvider.create()))
            .build());
  }

  /// A queue that takes nothing, to warm up with: no server listens there, and no account has its
  /// credentials.
  public static SpillQueue unreachable(Duration attempt) {
    return new SpillQueue(
        NOWHERE + "/000000000000/unreachable",
        client(attempt)
            .endpointOverride(URI.create(NOWHERE))
            .credentialsProvider(
                StaticCredentialsProvider.create(AwsBasicCredentials.create("none", "none")))
            .build());
  }

  private static SqsClientBuilder client(Duration attempt) {
    return SqsClient.builder()
        .httpClient(
            UrlConnectionHttpClient.builder()
                .connectionTimeout(attempt)
                .socketTimeout(attempt)
                .build())
        .overrideConfiguration(
            client ->
                client
                    .apiCallAttemptTimeout(attempt)
                    .retryStrategy(
                        DefaultRetryStrategy.standardStrategyBuilder()
                            .maxAttempts(ATTEMPTS)
                            .backoffStrategy(BackoffStrategy.retryImmediately())
                            .throttlingBackoffStrategy(BackoffStrategy.retryImmediately())
                            .build()));
  }

  /// Sends a message; when this returns, SQS has it on several machines.
  ///
  /// @param time how long all attempts may take
  /// @throws SpillException if it is not known to have it
  public void send(String message, Duration time) {
    if (message.length() > LARGEST) {
      throw new SpillException(
          "its message of %d bytes is larger than the spill queue takes, %d"
              .formatted(message.length(), LARGEST));
    }
    try {
      var _ =
          client.sendMessage(
              to ->
                  to.queueUrl(url)
                      .messageBody(message)
                      .overrideConfiguration(call -> call.apiCallTimeout(time)));
    } catch (SdkException failure) {
      throw new SpillException("spilling a delivery failed: " + cause(failure));
    }
  }

  /// Not the SDK's message, which may repeat what was sent.
  private static String cause(SdkException failure) {
    return failure instanceof AwsServiceException answered
        ? answered.statusCode() + " " + answered.awsErrorDetails().errorCode()
        : failure.getClass().getSimpleName();
  }
}
