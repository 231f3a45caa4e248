package io.schemamemory.receivewebhook;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.io.JsonStringEncoder;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;

/// A secret of nobody on a port of this machine, so that reading one is warmed up to its end.
final class WarmUpSecrets implements AutoCloseable {
  private static final int QUEUED = 50;

  private final ServerSocket listening;
  private volatile byte[] answer = {};

  private WarmUpSecrets(ServerSocket listening) {
    this.listening = listening;
  }

  static WarmUpSecrets start() throws IOException {
    WarmUpSecrets secrets =
        new WarmUpSecrets(new ServerSocket(0, QUEUED, InetAddress.getLoopbackAddress()));
    Thread.ofPlatform().daemon().name("warm-up secrets").start(secrets::serve);
    return secrets;
  }

  URI address() {
    return URI.create("http://127.0.0.1:" + listening.getLocalPort());
  }

  /// Answers with a text from now on.
  void hold(String text) {
    String escaped = new String(JsonStringEncoder.getInstance().quoteAsString(text));
    String body = "{\"SecretString\":\"" + escaped + "\"}";
    String head =
        "HTTP/1.1 200 OK\r\nContent-Type: application/x-amz-json-1.1\r\nConnection: close\r\n"
            + "Content-Length: "
            + body.getBytes(UTF_8).length
            + "\r\n\r\n";
    answer = (head + body).getBytes(UTF_8);
  }

  private void serve() {
    while (!listening.isClosed()) {
      try (Socket asking = listening.accept()) {
        readQuestion(asking.getInputStream());
        asking.getOutputStream().write(answer);
      } catch (IOException gone) {
        // Whoever asked tells, or this is being closed.
      }
    }
  }

  /// It ends with the end of a JSON object; unread, it would reset the connection.
  private static void readQuestion(InputStream in) throws IOException {
    for (int read = in.read(); read >= 0 && read != '}'; read = in.read()) {}
  }

  @Override
  public void close() throws IOException {
    listening.close();
  }
}
