package io.schemamemory.secrets;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/// Reads what the secrets extension answers.
final class ExtensionAnswer {
  private ExtensionAnswer() {}

  /// Reads until the other side closes, as it does after an answer to HTTP/1.0.
  static Answer read(Socket socket, ReadDeadline limit) throws IOException {
    ByteArrayOutputStream answer = new ByteArrayOutputStream();
    byte[] buffer = new byte[8192];
    InputStream in = socket.getInputStream();
    socket.setSoTimeout(limit.millisLeft());
    for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
      answer.write(buffer, 0, read);
      if (answer.size() > Answer.LONGEST) {
        throw new IOException("the answer is too long");
      }
      // Otherwise a byte now and then would block the webhook indefinitely.
      socket.setSoTimeout(limit.millisLeft());
    }
    return of(answer.toString(StandardCharsets.UTF_8));
  }

  private static Answer of(String text) throws IOException {
    int head = text.indexOf("\r\n\r\n");
    if (head < 0 || !text.startsWith("HTTP/1.") || text.charAt(8) != ' ') {
      throw new IOException("the answer is not HTTP");
    }
    try {
      return new Answer(Integer.parseInt(text, 9, 12, 10), text.substring(head + 4));
    } catch (NumberFormatException noStatus) {
      throw new IOException("the answer is not HTTP");
    }
  }

  /// Before the first invocation the extension refuses, and for a moment within it.
  static boolean isNotReady(Answer answer) {
    return answer.status() == 400 && answer.body().contains("not ready");
  }
}
