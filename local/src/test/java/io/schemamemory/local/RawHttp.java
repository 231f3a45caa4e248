package io.schemamemory.local;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.net.URI;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A client that sends exactly the bytes it is given, valid HTTP or not.
record RawHttp(int port) {
  private static final Pattern STATUS = Pattern.compile("HTTP/1\\.1 (\\d{3}) ");

  static RawHttp to(URI door) {
    return new RawHttp(door.getPort());
  }

  /// The bytes to send.
  interface Saying {
    void on(OutputStream line) throws IOException;
  }

  /// The first response with its headers and body; empty if there is none.
  String say(Saying saying) throws IOException {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
      socket.setSoTimeout(30_000);
      try {
        saying.on(socket.getOutputStream());
        socket.shutdownOutput();
      } catch (SocketException hungUp) {
        // The server may have responded before.
      }
      return read(socket);
    }
  }

  /// The status of the response; 0 if there is none.
  int status(Saying saying) throws IOException {
    Matcher status = STATUS.matcher(say(saying));
    return status.lookingAt() ? Integer.parseInt(status.group(1)) : 0;
  }

  private static String read(Socket socket) throws IOException {
    ByteArrayOutputStream answer = new ByteArrayOutputStream();
    try {
      socket.getInputStream().transferTo(answer);
    } catch (SocketException hungUp) {
      // What was received before counts.
    }
    return answer.toString(ISO_8859_1);
  }
}
