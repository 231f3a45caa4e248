package io.schemamemory.secrets;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.InputStream;
import java.net.HttpURLConnection;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/// What Secrets Manager, or AWS's layer before it, answered.
record Answer(int status, String body) {
  /// Secrets Manager takes 64 KB a secret; escaped as JSON in JSON it is still less than this.
  static final int LONGEST = 512 * 1024;

  private static final JsonFactory JSON = new JsonFactory();

  /// Reads all of it, so that the connection can serve again.
  static Answer read(HttpURLConnection connection) throws IOException {
    int status = connection.getResponseCode();
    try (InputStream in =
        status < 400 ? connection.getInputStream() : connection.getErrorStream()) {
      byte[] body = in == null ? new byte[0] : in.readNBytes(LONGEST + 1);
      if (body.length > LONGEST) {
        throw new IOException("the answer is too long");
      }
      return new Answer(status, new String(body, StandardCharsets.UTF_8));
    }
  }

  /// The secret's text.
  ///
  /// @throws SecretException if that is not what was answered
  String text(String id) throws IOException {
    if (status != 200) {
      throw SecretFailure.answered(id, code(), isPassing());
    }
    return secretString().orElseThrow(() -> SecretFailure.noText(id));
  }

  /// The text of a secret, if there is one in it.
  Optional<String> secretString() throws IOException {
    return field("SecretString");
  }

  /// Whether the next attempt may have another answer.
  boolean isPassing() {
    return status >= 500
        || status == 429
        || (status != 200 && body.contains("ThrottlingException"));
  }

  /// The error's name, or the status where an answer of something else, such as a proxy, has none.
  private String code() {
    try {
      return field("__type")
          .map(type -> type.substring(type.lastIndexOf('#') + 1))
          .filter(name -> name.matches("\\w{1,80}"))
          .orElse("HTTP " + status);
    } catch (IOException notJson) {
      return "HTTP " + status;
    }
  }

  private Optional<String> field(String name) throws IOException {
    try (JsonParser json = JSON.createParser(body)) {
      if (json.nextToken() == JsonToken.START_OBJECT) {
        while (json.nextToken() == JsonToken.FIELD_NAME) {
          boolean wanted = json.currentName().equals(name);
          if (json.nextToken() == JsonToken.VALUE_STRING && wanted) {
            return Optional.of(json.getText());
          }
          json.skipChildren();
        }
      }
      return Optional.empty();
    }
  }

  /// The status alone: the body may be secrets.
  @Override
  public String toString() {
    return "Answer[" + status + "]";
  }
}
