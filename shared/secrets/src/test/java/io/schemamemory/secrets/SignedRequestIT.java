package io.schemamemory.secrets;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import io.schemamemory.settings.Environment;
import io.schemamemory.testkit.aws.SecretsManagerServer;
import java.io.IOException;
import java.net.URI;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.auth.credentials.AwsSessionCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;

/// What reaches Secrets Manager is what was signed: the signature is made once more from it, by the
/// steps AWS documents for its version 4.
class SignedRequestIT {
  private static final String SECRET_KEY = "secret key";

  private static final Pattern AUTHORIZATION =
      Pattern.compile(
          "AWS4-HMAC-SHA256 Credential=key/(?<scope>\\d{8}/eu-west-1/secretsmanager/aws4_request),"
              + " SignedHeaders=(?<headers>[a-z0-9;-]+), Signature=(?<signature>[0-9a-f]{64})");

  @AutoClose private final SecretsManagerServer server = SecretsManagerServer.start();

  private final List<String> wrong = new CopyOnWriteArrayList<>();

  @Test
  void the_signature_fits_the_request_that_arrives() {
    server.misbehave(this::check);
    Secrets secrets =
        new SdkSecrets(
            new Endpoint(URI.create(server.uri()), "eu-west-1"),
            StaticCredentialsProvider.create(
                AwsSessionCredentials.create("key", SECRET_KEY, "session")));

    assertThat(secrets.read("schema-memory/\"x\"", Duration.ofSeconds(20))).isEqualTo("hunter2");

    assertThat(wrong).isEmpty();
  }

  @Test
  void the_address_is_the_region_s_unless_a_variable_names_another() {
    assertThat(Endpoint.of(new Environment(Map.of()), "eu-west-1").address())
        .hasToString("https://secretsmanager.eu-west-1.amazonaws.com");
    assertThat(Endpoint.of(new Environment(Map.of()), "cn-north-1").address())
        .hasToString("https://secretsmanager.cn-north-1.amazonaws.com.cn");
    Map<String, String> both =
        Map.of(
            "AWS_ENDPOINT_URL", "http://all:1", "AWS_ENDPOINT_URL_SECRETS_MANAGER", "http://own:2");
    assertThat(Endpoint.of(new Environment(both), "eu-west-1").address())
        .hasToString("http://own:2");
  }

  private void check(HttpExchange exchange) throws IOException {
    byte[] body = exchange.getRequestBody().readAllBytes();
    Headers headers = exchange.getRequestHeaders();
    Matcher said = AUTHORIZATION.matcher(headers.getFirst("Authorization"));
    if (!said.matches()) {
      wrong.add("Authorization: " + headers.getFirst("Authorization"));
    } else if (!said.group("headers").contains("x-amz-security-token")) {
      wrong.add("the session token is not signed");
    } else if (!signature(said, headers, body).equals(said.group("signature"))) {
      wrong.add("the signature fits other bytes");
    }
    if (!new String(body, UTF_8).equals("{\"SecretId\":\"schema-memory/\\\"x\\\"\"}")) {
      wrong.add(new String(body, UTF_8));
    }
    byte[] answer = "{\"SecretString\":\"hunter2\"}".getBytes(UTF_8);
    exchange.sendResponseHeaders(200, answer.length);
    exchange.getResponseBody().write(answer);
  }

  private static String signature(Matcher said, Headers headers, byte[] body) {
    String signed =
        Stream.of(said.group("headers").split(";", -1))
            .map(name -> name + ":" + String.join(",", headers.get(name)).strip() + "\n")
            .collect(Collectors.joining());
    String canonical = "POST\n/\n\n" + signed + "\n" + said.group("headers") + "\n" + sha256(body);
    String toSign =
        "AWS4-HMAC-SHA256\n%s\n%s\n%s"
            .formatted(
                headers.getFirst("X-Amz-Date"),
                said.group("scope"),
                sha256(canonical.getBytes(UTF_8)));
    byte[] key = ("AWS4" + SECRET_KEY).getBytes(UTF_8);
    for (String part : said.group("scope").split("/", -1)) {
      key = hmac(key, part);
    }
    return HexFormat.of().formatHex(hmac(key, toSign));
  }

  private static String sha256(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  private static byte[] hmac(byte[] key, String text) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(key, "HmacSHA256"));
      return mac.doFinal(text.getBytes(UTF_8));
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
