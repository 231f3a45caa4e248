package io.schemamemory.secrets;

import io.schemamemory.settings.SettingException;
import java.io.IOException;
import java.net.ConnectException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.function.Supplier;

/// AWS's Parameters and Secrets extension, which reads Secrets Manager for a function.
///
/// Called over a plain socket: of the JDK's ways to speak HTTP it is by far the cheapest when cold,
/// and the only one that keeps a limit for the whole call.
final class SecretsExtension implements Secrets {
  private static final Duration PAUSE = Duration.ofMillis(20);

  private final int port;
  private final Supplier<String> token;

  /// Reads through the extension on a port.
  ///
  /// @param token proves that the function asks; looked up at each reading, as a process restored
  ///     from a snapshot may have another than before
  SecretsExtension(int port, Supplier<String> token) {
    this.port = port;
    this.token = token;
  }

  @Override
  public String read(String id, Duration within) {
    try {
      return text(ask(id, ReadDeadline.in(within)));
    } catch (SettingException noToken) {
      throw SecretException.unreadable(String.valueOf(noToken.getMessage()));
    } catch (SocketTimeoutException late) {
      throw SecretException.unreadable(
          "the secrets extension did not answer within " + within.toMillis() + " ms");
    } catch (ConnectException notListening) {
      throw SecretException.unreadable(
          "no secrets extension listens on port "
              + port
              + "; the function needs its layer, of its own architecture");
    } catch (IOException broken) {
      // Without the cause: a parser's message repeats what it read.
      throw SecretException.unreadable("the secrets extension's answer cannot be read");
    }
  }

  private static String text(Answer answer) throws IOException {
    if (answer.status() != 200) {
      throw SecretException.unreadable(
          "the secrets extension answered "
              + answer.status()
              + "; its own lines in this log say why");
    }
    return answer
        .secretString()
        .orElseThrow(
            () -> SecretException.unreadable("the secret has no text, only bytes or nothing"));
  }

  /// HTTP/1.0: the answer ends with the connection, in one piece.
  private String request(String id) {
    return "GET /secretsmanager/get?secretId="
        + URLEncoder.encode(id, StandardCharsets.UTF_8)
        + " HTTP/1.0\r\nHost: localhost:"
        + port
        + "\r\nConnection: close\r\nX-Aws-Parameters-Secrets-Token: "
        + token.get()
        + "\r\n\r\n";
  }

  private Answer ask(String id, ReadDeadline limit) throws IOException {
    String request = request(id);
    while (true) {
      try {
        Answer answer = askOnce(request, limit);
        if (!ExtensionAnswer.isNotReady(answer) || !limit.allowsPause(PAUSE)) {
          return answer;
        }
      } catch (ConnectException notYet) {
        if (!limit.allowsPause(PAUSE)) {
          throw notYet;
        }
      }
    }
  }

  private Answer askOnce(String request, ReadDeadline limit) throws IOException {
    try (Socket socket = new Socket()) {
      socket.connect(new InetSocketAddress("localhost", port), limit.millisLeft());
      socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
      return ExtensionAnswer.read(socket, limit);
    }
  }
}
