package io.schemamemory.testkit;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.concurrent.atomic.AtomicInteger;

/// Free ports for servers that take seconds to start.
///
/// Not the system's choice, which it makes for everybody's connections, too: another process may be
/// given the same before the server listens, and is then taken for it.
public final class Ports {
  /// Below what Linux and macOS give to clients.
  private static final int FIRST = 20_000;

  private static final int COUNT = 12_000;

  /// Processes that begin at once begin far apart.
  private static final int APART = 509;

  private static final AtomicInteger TRIED =
      new AtomicInteger((int) (ProcessHandle.current().pid() * APART % COUNT));

  private Ports() {}

  /// One that nothing listens on, and that is not given twice.
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
