package io.schemamemory.webhook.secrets;

import io.schemamemory.domain.signature.WebhookSecrets;
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
public final class SecretsExtension {
  /// The default in the extension's documentation.
  public static final int PORT = 2773;

  private static final Duration PAUSE = Duration.ofMillis(20);

  private final int port;
  private final Supplier<String> token;
  private final String secretId;

  /// Reads one secret.
  ///
  /// @param token proves that the function asks; looked up at each reading, as a process restored
  ///     from a snapshot may have another than before
  public SecretsExtension(int port, Supplier<String> token, String secretId) {
    this.port = port;
    this.token = token;
    this.secretId = secretId;
  }

  /// Reads the webhook secrets as they are now.
  ///
  /// @param within the time limit, even if the extension hangs
  /// @throws SecretsUnavailableException if they cannot be read, or are refused
  public WebhookSecrets read(Duration within) {
    try {
      return SecretsDocument.parse(text(ask(ReadDeadline.in(within))));
    } catch (SecretsDocumentException refused) {
      throw new SecretsUnavailableException(
          refused.getMessage() + "; fix the secret, with bin/webhook-secrets for one");
    } catch (SettingException noToken) {
      throw new SecretsUnavailableException(String.valueOf(noToken.getMessage()));
    } catch (SocketTimeoutException late) {
      throw new SecretsUnavailableException(
          "the secrets extension did not answer within " + within.toMillis() + " ms");
    } catch (ConnectException notListening) {
      throw new SecretsUnavailableException(
          "no secrets extension listens on port "
              + port
              + "; the function needs its layer, of its own architecture");
    } catch (IOException broken) {
      // Without the cause: a parser's message repeats what it read.
      throw new SecretsUnavailableException("the secrets extension's answer cannot be read");
    }
  }

  private static String text(ExtensionAnswer answer) throws IOException {
    if (answer.status() != 200) {
      throw new SecretsUnavailableException(
          "the secrets extension answered "
              + answer.status()
              + "; its own lines in this log say why");
    }
    return answer
        .secretString()
        .orElseThrow(
            () -> new SecretsUnavailableException("the secret has no text, only bytes or nothing"));
  }

  /// HTTP/1.0: the answer ends with the connection, in one piece.
  private String request() {
    return "GET /secretsmanager/get?secretId="
        + URLEncoder.encode(secretId, StandardCharsets.UTF_8)
        + " HTTP/1.0\r\nHost: localhost:"
        + port
        + "\r\nConnection: close\r\nX-Aws-Parameters-Secrets-Token: "
        + token.get()
        + "\r\n\r\n";
  }

  private ExtensionAnswer ask(ReadDeadline limit) throws IOException {
    String request = request();
    while (true) {
      try {
        ExtensionAnswer answer = askOnce(request, limit);
        if (!answer.isNotReady() || !limit.allowsPause(PAUSE)) {
          return answer;
        }
      } catch (ConnectException notYet) {
        if (!limit.allowsPause(PAUSE)) {
          throw notYet;
        }
      }
    }
  }

  private ExtensionAnswer askOnce(String request, ReadDeadline limit) throws IOException {
    try (Socket socket = new Socket()) {
      socket.connect(new InetSocketAddress("localhost", port), limit.millisLeft());
      socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
      return ExtensionAnswer.read(socket, limit);
    }
  }
}
