package io.schemamemory.secrets;

import java.time.Duration;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProviderChain;
import software.amazon.awssdk.auth.credentials.ContainerCredentialsProvider;
import software.amazon.awssdk.auth.credentials.EnvironmentVariableCredentialsProvider;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.retries.DefaultRetryStrategy;
import software.amazon.awssdk.retries.api.BackoffStrategy;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerClient;

/// The SDK's client, with what a function needs of it.
record SecretsClient(SecretsManagerClient client) {
  /// For whoever was given up, so that no thread waits for ever.
  private static final Duration SILENCE = Duration.ofSeconds(3);

  private static final int ATTEMPTS = 3;

  static SecretsClient of(String region) {
    return new SecretsClient(
        SecretsManagerClient.builder()
            .region(Region.of(region))
            // Where Lambda leaves them: without SnapStart, and with it.
            .credentialsProvider(
                AwsCredentialsProviderChain.of(
                    EnvironmentVariableCredentialsProvider.create(),
                    ContainerCredentialsProvider.create()))
            .httpClient(
                UrlConnectionHttpClient.builder()
                    .connectionTimeout(SILENCE)
                    .socketTimeout(SILENCE)
                    .build())
            .overrideConfiguration(
                limits ->
                    limits.retryStrategy(
                        DefaultRetryStrategy.standardStrategyBuilder()
                            .maxAttempts(ATTEMPTS)
                            .backoffStrategy(BackoffStrategy.retryImmediately())
                            .throttlingBackoffStrategy(
                                BackoffStrategy.fixedDelay(Duration.ofMillis(100)))
                            .build()))
            .build());
  }

  String read(String id) {
    String text = client.getSecretValue(get -> get.secretId(id)).secretString();
    if (text == null) {
      throw SecretFailure.noText(id);
    }
    return text;
  }
}
