package io.schemamemory.secrets.extension;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/// What the secrets extension answered.
record ExtensionAnswer(int status, String body) {
  private static final JsonFactory JSON = new JsonFactory();

  /// Secrets Manager takes 64 KB a secret; escaped as JSON in JSON it is still less than this.
  private static final int LONGEST = 512 * 1024;

  /// Reads until the other side closes, as it does after an answer to HTTP/1.0.
  static ExtensionAnswer read(Socket socket, ReadDeadline limit) throws IOException {
    ByteArrayOutputStream answer = new ByteArrayOutputStream();
    byte[] buffer = new byte[8192];
    InputStream in = socket.getInputStream();
    socket.setSoTimeout(limit.millisLeft());
    for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
      answer.write(buffer, 0, read);
      if (answer.size() > LONGEST) {
        throw new IOException("the answer is too long");
      }
      // Otherwise a byte now and then would block the webhook indefinitely.
      socket.setSoTimeout(limit.millisLeft());
    }
    return of(answer.toString(StandardCharsets.UTF_8));
  }

  private static ExtensionAnswer of(String text) throws IOException {
    int head = text.indexOf("\r\n\r\n");
    if (head < 0 || !text.startsWith("HTTP/1.") || text.charAt(8) != ' ') {
      throw new IOException("the answer is not HTTP");
    }
    try {
      return new ExtensionAnswer(Integer.parseInt(text, 9, 12, 10), text.substring(head + 4));
    } catch (NumberFormatException noStatus) {
      throw new IOException("the answer is not HTTP");
    }
  }

  /// Before the first invocation the extension refuses, and for a moment within it.
  boolean isNotReady() {
    return status == 400 && body.contains("not ready");
  }

  /// The secret's text, if that is what was answered.
  Optional<String> secretString() throws IOException {
    try (JsonParser json = JSON.createParser(body)) {
      if (json.nextToken() == JsonToken.START_OBJECT) {
        while (json.nextToken() == JsonToken.FIELD_NAME) {
          boolean wanted = json.currentName().equals("SecretString");
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
    return "ExtensionAnswer[" + status + "]";
  }
}
