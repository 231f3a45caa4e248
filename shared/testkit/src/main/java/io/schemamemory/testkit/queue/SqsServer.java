package io.schemamemory.testkit.queue;

import java.net.URI;
import java.util.Map;
import org.elasticmq.rest.sqs.SQSRestServer;
import org.elasticmq.rest.sqs.SQSRestServerBuilder;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;

/// An SQS of its own on this machine: ElasticMQ, with the limits of the real one.
public final class SqsServer implements AutoCloseable {
  private static final String ANYTHING = "anything";

  private final SQSRestServer server;
  private final URI uri;
  private final SqsClient client;

  private SqsServer(SQSRestServer server) {
    this.server = server;
    this.uri = URI.create("http://127.0.0.1:" + server.waitUntilStarted().localAddress().getPort());
    this.client =
        SqsClient.builder()
            .endpointOverride(uri)
            .region(Region.US_EAST_1)
            .credentialsProvider(
                StaticCredentialsProvider.create(AwsBasicCredentials.create(ANYTHING, ANYTHING)))
            .httpClient(UrlConnectionHttpClient.create())
            .build();
  }

  /// Starts one without queues on a free port; it takes a second or two.
  public static SqsServer start() {
    return new SqsServer(SQSRestServerBuilder.withInterface("127.0.0.1").withDynamicPort().start());
  }

  /// Its address.
  public URI uri() {
    return uri;
  }

  /// A client of it.
  public SqsClient client() {
    return client;
  }

  /// The environment with which an SDK uses this server; any credentials are accepted.
  public Map<String, String> environment() {
    return Map.of(
        "AWS_ENDPOINT_URL_SQS",
        uri.toString(),
        "AWS_REGION",
        Region.US_EAST_1.id(),
        "AWS_ACCESS_KEY_ID",
        ANYTHING,
        "AWS_SECRET_ACCESS_KEY",
        ANYTHING);
  }

  /// Creates a queue and returns its URL.
  public String create(String name, Map<QueueAttributeName, String> attributes) {
    return client.createQueue(queue -> queue.queueName(name).attributes(attributes)).queueUrl();
  }

  /// A queue's ARN, by its URL.
  public String arn(String url) {
    return client
        .getQueueAttributes(
            which -> which.queueUrl(url).attributeNames(QueueAttributeName.QUEUE_ARN))
        .attributes()
        .getOrDefault(QueueAttributeName.QUEUE_ARN, "");
  }

  @Override
  public void close() {
    client.close();
    var _ = server.stopAndWait();
  }
}
