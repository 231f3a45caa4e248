package io.schemamemory.planetscale.api;

import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// A method, a path and perhaps a JSON body: the HTTP side of an [ApiRequest].
///
/// @param path below the API's address, encoded, with its query
record ApiCall(Method method, String path, @Nullable String json) {
  /// What a call does with what is at its path.
  enum Method {
    GET,
    POST,
    /// Sets fields to given values: once or twice makes no difference.
    PATCH,
    DELETE
  }

  static ApiCall get(String path) {
    return new ApiCall(Method.GET, path, null);
  }

  static ApiCall post(String path, @Nullable String json) {
    return new ApiCall(Method.POST, path, json);
  }

  static ApiCall patch(String path, String json) {
    return new ApiCall(Method.PATCH, path, json);
  }

  static ApiCall delete(String path) {
    return new ApiCall(Method.DELETE, path, null);
  }

  /// A path of names that come from outside.
  ///
  /// @throws IllegalArgumentException if a name would lead elsewhere
  static String path(String... names) {
    return Stream.of(names).map(ApiCall::segment).collect(Collectors.joining("/", "/", ""));
  }

  static String encode(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
  }

  private static String segment(String name) {
    if (name.isBlank() || name.equals(".") || name.equals("..")) {
      throw new IllegalArgumentException("a PlanetScale name is not blank, . or ..");
    }
    return encode(name);
  }

  /// Whether the server may process it twice without harm. A second POST would make a second
  /// webhook.
  boolean isIdempotent() {
    return method != Method.POST;
  }

  HttpRequest.Builder to(ApiUrl url, ServiceToken token) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(url.at(path))
            .method(method.name(), body())
            .header("Authorization", token.header())
            .header("Accept", "application/json")
            .header("User-Agent", "schema-memory");
    return json == null ? request : request.header("Content-Type", "application/json");
  }

  private BodyPublisher body() {
    return json == null ? BodyPublishers.noBody() : BodyPublishers.ofString(json);
  }

  /// What it does, for messages.
  String verb() {
    return method == Method.GET ? "read" : "change";
  }
}
