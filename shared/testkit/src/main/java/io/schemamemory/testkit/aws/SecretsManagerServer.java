package io.schemamemory.testkit.aws;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Stands in for Secrets Manager, as far as secrets, their versions and labels go, on a free port
/// of this machine.
public final class SecretsManagerServer implements AutoCloseable {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String FINE = "";

  private final HttpServer server;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final Map<String, StoredSecret> secrets = new TreeMap<>();
  private final List<String> calls = new ArrayList<>();
  private final Map<String, String> refusals = new TreeMap<>();
  private volatile HttpHandler handler = this::answer;
  private Runnable beforeMove = () -> {};

  private SecretsManagerServer() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/",
        exchange -> {
          try (exchange) {
            handler.handle(exchange);
          }
        });
    server.setExecutor(threads);
    server.start();
  }

  /// Starts without a secret.
  public static SecretsManagerServer start() {
    try {
      return new SecretsManagerServer();
    } catch (IOException failure) {
      throw new UncheckedIOException("no port for Secrets Manager", failure);
    }
  }

  /// Where it listens.
  public String uri() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  /// What the SDK reads to come here, with credentials.
  public Map<String, String> environment() {
    return Map.of(
        "AWS_ENDPOINT_URL_SECRETS_MANAGER", uri(),
        "AWS_REGION", "us-east-1",
        "AWS_ACCESS_KEY_ID", "none",
        "AWS_SECRET_ACCESS_KEY", "none");
  }

  /// Makes the secret, or writes it anew, as somebody else would.
  public synchronized void put(String id, String text) {
    secrets.computeIfAbsent(id, _ -> new StoredSecret()).write(text);
  }

  /// Makes the secret of a text that is looked up at each reading, as a file's is.
  public synchronized void put(String id, Supplier<String> text) {
    secrets.put(id, StoredSecret.of(text));
  }

  /// Removes the secret.
  public synchronized void remove(String id) {
    secrets.remove(id);
  }

  /// The secret's current text, if there is such a secret.
  public synchronized Optional<String> text(String id) {
    return Optional.ofNullable(secrets.get(id)).map(StoredSecret::text);
  }

  /// Answers every call about the secret with an error, such as `AccessDeniedException`.
  public synchronized void refuse(String id, String error) {
    refusals.put(id, error);
  }

  /// Answers differently from now on, such as by hanging.
  public void misbehave(HttpHandler instead) {
    handler = instead;
  }

  /// Answers normally again.
  public synchronized void behave() {
    refusals.clear();
    handler = this::answer;
  }

  /// Something happens between a caller's write and its becoming current.
  public synchronized void beforeMove(Runnable happens) {
    beforeMove = happens;
  }

  /// Each call so far, such as `GetSecretValue`.
  public synchronized List<String> calls() {
    return List.copyOf(calls);
  }

  /// How often a secret was read.
  public synchronized long reads(String id) {
    return calls.stream().filter(("GetSecretValue " + id)::equals).count();
  }

  private void answer(HttpExchange exchange) throws IOException {
    @Nullable String target = exchange.getRequestHeaders().getFirst("X-Amz-Target");
    @Nullable String signed = exchange.getRequestHeaders().getFirst("Authorization");
    JsonNode request = JSON.readTree(exchange.getRequestBody());
    ObjectNode answer = JSON.createObjectNode();
    String error =
        target != null && signed != null && signed.startsWith("AWS4-HMAC-SHA256 ")
            ? call(target.replace("secretsmanager.", ""), request, answer)
            : "UnrecognizedClientException";
    if (!error.equals(FINE)) {
      answer.removeAll().put("__type", error).put("Message", "refused: " + error);
    }
    byte[] bytes = JSON.writeValueAsBytes(answer);
    exchange.getResponseHeaders().set("Content-Type", "application/x-amz-json-1.1");
    exchange.sendResponseHeaders(error.equals(FINE) ? 200 : 400, bytes.length);
    exchange.getResponseBody().write(bytes);
  }

  /// The error's name, if it is one.
  private synchronized String call(String action, JsonNode request, ObjectNode answer) {
    String id = request.path(action.equals("CreateSecret") ? "Name" : "SecretId").textValue();
    calls.add(action + " " + id);
    if (refusals.containsKey(id)) {
      return refusals.getOrDefault(id, FINE);
    }
    @Nullable StoredSecret secret = secrets.get(id);
    if (secret == null) {
      return action.equals("CreateSecret")
          ? create(id, request, answer)
          : "ResourceNotFoundException";
    }
    return switch (action) {
      case "GetSecretValue" -> {
        answer.put("Name", id).put("VersionId", secret.currentVersion());
        answer.put("SecretString", secret.text());
        yield FINE;
      }
      case "PutSecretValue" -> put(secret, request, answer);
      case "UpdateSecretVersionStage" -> move(secret, request);
      case "CreateSecret" -> "ResourceExistsException";
      default -> "InvalidAction";
    };
  }

  private String create(String id, JsonNode request, ObjectNode answer) {
    put(id, request.path("SecretString").textValue());
    answer.put("Name", id);
    return FINE;
  }

  /// Without labels of its own a new version is the current one.
  private static String put(StoredSecret secret, JsonNode request, ObjectNode answer) {
    String version = secret.add(request.path("SecretString").textValue());
    if (request.path("VersionStages").isEmpty()) {
      secret.label(StoredSecret.CURRENT, version);
    }
    request.path("VersionStages").forEach(label -> secret.label(label.textValue(), version));
    answer.put("VersionId", version);
    return FINE;
  }

  private String move(StoredSecret secret, JsonNode request) {
    beforeMove.run();
    return secret.move(
            request.path("VersionStage").textValue(),
            request.path("RemoveFromVersionId").textValue(),
            request.path("MoveToVersionId").textValue())
        ? FINE
        : "InvalidParameterException";
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }
}
