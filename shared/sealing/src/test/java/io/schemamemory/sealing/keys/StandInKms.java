package io.schemamemory.sealing.keys;

import com.google.crypto.tink.Aead;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/// A stand-in for KMS over HTTP on loopback, with one key; this JVM uses it while it is open.
final class StandInKms implements AutoCloseable {
  static final String ARN =
      "arn:aws:kms:eu-central-1:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab";

  private static final Map<String, String> CREDENTIALS =
      Map.of("aws.accessKeyId", "AKIDEXAMPLE", "aws.secretAccessKey", "example");
  private static final String ENDPOINT = "aws.endpointUrlKms";

  /// KMS's blobs are some 150 bytes longer than what they hold; Tink adds 33.
  private static final int HEADER = 120;

  /// A request: its action and encryption context.
  record Asked(String action, Map<String, String> context) {}

  /// A failed answer.
  record Failure(int status, String body) {
    static Failure of(String code) {
      return new Failure(400, "{\"__type\":\"" + code + "\",\"message\":\"said KMS\"}");
    }
  }

  private final HttpServer server;
  private final Aead key = Rotation.make(Purpose.SEALING).primitive(Purpose.SEALING, Aead.class);
  private final List<Asked> asked = new CopyOnWriteArrayList<>();
  private final Queue<Failure> failures = new ConcurrentLinkedQueue<>();

  private StandInKms(HttpServer server) {
    this.server = server;
  }

  static StandInKms start() throws IOException {
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    StandInKms kms = new StandInKms(server);
    server.createContext("/", kms::answer);
    server.start();
    CREDENTIALS.forEach(System::setProperty);
    System.setProperty(ENDPOINT, "http://127.0.0.1:" + server.getAddress().getPort());
    return kms;
  }

  List<Asked> asked() {
    return asked;
  }

  /// Fails the next requests, one each.
  void fail(Failure... next) {
    failures.addAll(List.of(next));
  }

  /// Stops listening.
  void stop() {
    server.stop(0);
  }

  @Override
  public void close() {
    stop();
    CREDENTIALS.keySet().forEach(System::clearProperty);
    System.clearProperty(ENDPOINT);
  }

  private void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      JsonObject request =
          JsonParser.parseString(
                  new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8))
              .getAsJsonObject();
      String target = exchange.getRequestHeaders().getFirst("X-Amz-Target");
      String action = target.substring("TrentService.".length());
      asked.add(new Asked(action, context(request)));
      @Nullable Failure failure = failures.poll();
      if (failure == null) {
        succeed(exchange, action, request);
      } else {
        send(exchange, failure);
      }
    }
  }

  private void succeed(HttpExchange exchange, String action, JsonObject request)
      throws IOException {
    if (!request.get("KeyId").getAsString().equals(ARN)) {
      send(exchange, Failure.of("NotFoundException"));
      return;
    }
    try {
      send(exchange, 200, perform(action, request));
    } catch (GeneralSecurityException refused) {
      send(exchange, Failure.of("InvalidCiphertextException"));
    }
  }

  private String perform(String action, JsonObject request) throws GeneralSecurityException {
    byte[] context = context(request).toString().getBytes(StandardCharsets.UTF_8);
    JsonObject answer = new JsonObject();
    answer.addProperty("KeyId", ARN);
    switch (action) {
      case "Encrypt" ->
          answer.addProperty(
              "CiphertextBlob", base64(blob(key.encrypt(bytes(request, "Plaintext"), context))));
      case "Decrypt" ->
          answer.addProperty(
              "Plaintext", base64(key.decrypt(content(bytes(request, "CiphertextBlob")), context)));
      default -> throw new IllegalArgumentException(action);
    }
    return answer.toString();
  }

  private static Map<String, String> context(JsonObject request) {
    Map<String, String> context = new TreeMap<>();
    for (Map.Entry<String, JsonElement> entry :
        request.getAsJsonObject("EncryptionContext").entrySet()) {
      context.put(entry.getKey(), entry.getValue().getAsString());
    }
    return context;
  }

  private static byte[] blob(byte[] content) {
    return ByteBuffer.allocate(HEADER + content.length).position(HEADER).put(content).array();
  }

  private static byte[] content(byte[] blob) throws GeneralSecurityException {
    if (blob.length < HEADER) {
      throw new GeneralSecurityException("no blob of KMS");
    }
    return Arrays.copyOfRange(blob, HEADER, blob.length);
  }

  private static byte[] bytes(JsonObject request, String name) {
    return Base64.getDecoder().decode(request.get(name).getAsString());
  }

  private static String base64(byte[] bytes) {
    return Base64.getEncoder().encodeToString(bytes);
  }

  private static void send(HttpExchange exchange, Failure failure) throws IOException {
    send(exchange, failure.status(), failure.body());
  }

  private static void send(HttpExchange exchange, int status, String body) throws IOException {
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().set("Content-Type", "application/x-amz-json-1.1");
    exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
    exchange.getResponseBody().write(bytes);
  }
}
