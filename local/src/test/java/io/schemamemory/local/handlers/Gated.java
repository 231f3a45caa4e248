package io.schemamemory.local.handlers;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;

/// Waits until the test closes its connection: before its start, in each invocation, or both.
public final class Gated implements RequestHandler<Integer, Long> {
  public Gated() throws IOException {
    String port = System.getenv("GATE");
    if (port != null) {
      pass(Integer.parseInt(port));
    }
  }

  @Override
  public Long handleRequest(Integer port, Context context) {
    try {
      if (port > 0) {
        pass(port);
      }
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
    return ProcessHandle.current().pid();
  }

  private static void pass(int port) throws IOException {
    try (Socket gate = new Socket(InetAddress.getLoopbackAddress(), port)) {
      gate.getInputStream().readAllBytes();
    }
  }
}
