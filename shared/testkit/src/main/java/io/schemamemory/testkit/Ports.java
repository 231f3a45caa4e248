package io.schemamemory.testkit;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.concurrent.atomic.AtomicInteger;

/// Free ports for servers that take seconds to start.
///
/// Not ports that the system chooses: it may give the same one to another process's connection
/// before the server listens on it.
public final class Ports {
  /// Below the range that Linux and macOS use for clients.
  private static final int FIRST = 20_000;

  private static final int COUNT = 12_000;

  /// Test processes that start at the same time search from different ports.
  private static final int APART = 509;

  private static final AtomicInteger TRIED =
      new AtomicInteger((int) (ProcessHandle.current().pid() * APART % COUNT));

  private Ports() {}

  /// A port that nothing listens on; never the same one twice.
  public static int free() {
    for (int i = 0; i < COUNT; i++) {
      int port = FIRST + Math.floorMod(TRIED.getAndIncrement(), COUNT);
      if (isFree(port)) {
        return port;
      }
    }
    throw new IllegalStateException(
        "no free port from " + FIRST + " to " + (FIRST + COUNT - 1) + ": end what listens there");
  }

  private static boolean isFree(int port) {
    try (ServerSocket socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
      return socket.isBound();
    } catch (IOException taken) {
      return false;
    }
  }
}
