package io.schemamemory.operator.webhooksecrets;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Stands in for Secrets Manager, as far as one secret's versions and their labels go.
final class SecretsManagerServer implements AutoCloseable {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String CURRENT = "AWSCURRENT";

  private final HttpServer server;
  private final Map<String, String> versions = new HashMap<>();
  private final Map<String, String> labels = new HashMap<>();
  private final List<String> calls = new ArrayList<>();
  private @Nullable String name;
  private Runnable beforeMove = () -> {};

  SecretsManagerServer() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", this::serve);
    server.start();
  }

  String uri() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  /// Makes the secret, or writes it anew, as somebody else would.
  synchronized void write(String secret, String text) {
    name = secret;
    labels.put(CURRENT, version(text));
  }

  synchronized String current() {
    return versions.getOrDefault(labels.getOrDefault(CURRENT, ""), "");
  }

  synchronized List<String> calls() {
    return List.copyOf(calls);
  }

  /// Something happens between a caller's write and its becoming current.
  synchronized void beforeMove(Runnable happens) {
    beforeMove = happens;
  }

  private void serve(HttpExchange exchange) throws IOException {
    try (exchange) {
      String target = exchange.getRequestHeaders().getFirst("X-Amz-Target");
      String signed = exchange.getRequestHeaders().getFirst("Authorization");
      JsonNode request = JSON.readTree(exchange.getRequestBody());
      ObjectNode answer = JSON.createObjectNode();
      String error =
          signed != null && signed.startsWith("AWS4-HMAC-SHA256 ")
              ? call(target.replace("secretsmanager.", ""), request, answer)
              : "UnrecognizedClientException";
      if (!error.isEmpty()) {
        answer.removeAll().put("__type", error).put("Message", "refused: " + error);
      }
      byte[] bytes = JSON.writeValueAsBytes(answer);
      exchange.getResponseHeaders().set("Content-Type", "application/x-amz-json-1.1");
      exchange.sendResponseHeaders(error.isEmpty() ? 200 : 400, bytes.length);
      exchange.getResponseBody().write(bytes);
    }
  }

  /// The error's name, if it is one.
  private synchronized String call(String action, JsonNode request, ObjectNode answer) {
    calls.add(action);
    if (action.equals("CreateSecret")) {
      return create(request, answer);
    }
    if (name == null || !name.equals(request.path("SecretId").textValue())) {
      return "ResourceNotFoundException";
    }
    return switch (action) {
      case "GetSecretValue" -> {
        answer.put("VersionId", labels.get(CURRENT)).put("SecretString", current());
        yield "";
      }
      case "PutSecretValue" -> {
        String version = version(request.path("SecretString").textValue());
        request.path("VersionStages").forEach(label -> labels.put(label.textValue(), version));
        answer.put("VersionId", version);
        yield "";
      }
      case "UpdateSecretVersionStage" -> move(request);
      default -> "InvalidAction";
    };
  }

  private String create(JsonNode request, ObjectNode answer) {
    if (name != null) {
      return "ResourceExistsException";
    }
    write(request.path("Name").textValue(), request.path("SecretString").textValue());
    answer.put("Name", name);
    return "";
  }

  /// A label leaves only the version it is said to be on.
  private String move(JsonNode request) {
    beforeMove.run();
    String label = request.path("VersionStage").textValue();
    String from = labels.get(label);
    if (from != null && !from.equals(request.path("RemoveFromVersionId").textValue())) {
      return "InvalidParameterException";
    }
    labels.put(label, request.path("MoveToVersionId").textValue());
    return "";
  }

  private String version(String text) {
    String version = UUID.randomUUID().toString();
    versions.put(version, text);
    return version;
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
