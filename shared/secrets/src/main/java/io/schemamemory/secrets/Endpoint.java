package io.schemamemory.secrets;

import com.fasterxml.jackson.core.io.JsonStringEncoder;
import io.schemamemory.settings.Environment;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import software.amazon.awssdk.http.SdkHttpMethod;
import software.amazon.awssdk.http.SdkHttpRequest;
import software.amazon.awssdk.http.auth.aws.signer.AwsV4HttpSigner;
import software.amazon.awssdk.identity.spi.AwsCredentialsIdentity;

/// Where Secrets Manager answers.
record Endpoint(URI address, String region) {
  /// For whoever was given up, so that no thread waits for ever.
  private static final Duration SILENCE = Duration.ofSeconds(3);

  private static final String SERVICE = "secretsmanager";

  /// The address as AWS's SDK finds it: its own variable, the one for all of AWS, or the region's.
  static Endpoint of(Environment environment, String region) {
    String suffix = region.startsWith("cn-") ? ".amazonaws.com.cn" : ".amazonaws.com";
    String regional = "https://" + SERVICE + "." + region + suffix;
    String all = address(environment, "AWS_ENDPOINT_URL", regional);
    return new Endpoint(
        URI.create(address(environment, "AWS_ENDPOINT_URL_SECRETS_MANAGER", all)), region);
  }

  private static String address(Environment environment, String name, String otherwise) {
    return environment.optional(
        name,
        "the address of a stand-in for AWS, such as http://localhost:4566",
        Endpoint::checked,
        otherwise);
  }

  private static String checked(String address) {
    URI uri = URI.create(address);
    if (uri.getHost() == null
        || !("https".equals(uri.getScheme()) || "http".equals(uri.getScheme()))) {
      throw new IllegalArgumentException("no address");
    }
    return address;
  }

  /// Asks for the current text of a secret, once.
  Answer ask(String id, AwsCredentialsIdentity credentials) throws IOException {
    byte[] question =
        ("{\"SecretId\":\"" + new String(JsonStringEncoder.getInstance().quoteAsString(id)) + "\"}")
            .getBytes(StandardCharsets.UTF_8);
    return send(signed(question, credentials), question);
  }

  private SdkHttpRequest signed(byte[] question, AwsCredentialsIdentity credentials) {
    SdkHttpRequest request =
        SdkHttpRequest.builder()
            .method(SdkHttpMethod.POST)
            .uri(address)
            .putHeader("Content-Type", "application/x-amz-json-1.1")
            .putHeader("X-Amz-Target", SERVICE + ".GetSecretValue")
            .build();
    return AwsV4HttpSigner.create()
        .sign(
            sign ->
                sign.identity(credentials)
                    .request(request)
                    .payload(() -> new ByteArrayInputStream(question))
                    .putProperty(AwsV4HttpSigner.SERVICE_SIGNING_NAME, SERVICE)
                    .putProperty(AwsV4HttpSigner.REGION_NAME, region))
        .request();
  }

  /// By the JDK's own client: the SDK's, which wraps it, costs a cold process as much as signing.
  private static Answer send(SdkHttpRequest request, byte[] question) throws IOException {
    HttpURLConnection connection = (HttpURLConnection) request.getUri().toURL().openConnection();
    connection.setConnectTimeout(Math.toIntExact(SILENCE.toMillis()));
    connection.setReadTimeout(Math.toIntExact(SILENCE.toMillis()));
    connection.setInstanceFollowRedirects(false);
    connection.setRequestMethod("POST");
    // The next reading is a minute away: an open connection would only die in a frozen process, or
    // be part of a snapshot.
    connection.setRequestProperty("Connection", "close");
    connection.setDoOutput(true);
    connection.setFixedLengthStreamingMode(question.length);
    request.forEachHeader(
        (name, values) -> values.forEach(value -> connection.addRequestProperty(name, value)));
    connection.getOutputStream().write(question);
    return Answer.read(connection);
  }
}
