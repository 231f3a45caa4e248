package io.schemamemory.testkit.proxy;

import java.io.Closeable;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Optional;

/// Stands in for PlanetScale's proxy, whose users are `role.branch` outside and `role` inside.
///
/// It translates names and nothing else: no TLS, no replicas, no allow-list, no cancels.
public final class BranchProxy implements AutoCloseable {
  private final ServerSocket listening;
  private final int behind;
  private final String branch;
  private final boolean hidesProcessIds;

  private BranchProxy(ServerSocket listening, int behind, String branch, boolean hidesProcessIds) {
    this.listening = listening;
    this.behind = behind;
    this.branch = branch;
    this.hidesProcessIds = hidesProcessIds;
  }

  /// Starts one in front of a port of this machine.
  public static BranchProxy start(int behind, String branch) {
    return start(behind, branch, false);
  }

  /// Starts one that gives its clients process ids of its own, as poolers do.
  public static BranchProxy hidingProcessIds(int behind, String branch) {
    return start(behind, branch, true);
  }

  private static BranchProxy start(int behind, String branch, boolean hidesProcessIds) {
    try {
      ServerSocket listening = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
      BranchProxy proxy = new BranchProxy(listening, behind, branch, hidesProcessIds);
      Thread.ofVirtual().start(proxy::accept);
      return proxy;
    } catch (IOException failure) {
      throw new UncheckedIOException("no port for a proxy", failure);
    }
  }

  public int port() {
    return listening.getLocalPort();
  }

  private void accept() {
    try {
      while (true) {
        Socket client = listening.accept();
        Thread.ofVirtual().start(() -> serve(client));
      }
    } catch (IOException closed) {
      // No more clients.
    }
  }

  private void serve(Socket client) {
    try (client;
        Socket server = new Socket(InetAddress.getLoopbackAddress(), behind)) {
      DataInputStream asked = new DataInputStream(client.getInputStream());
      DataOutputStream answered = new DataOutputStream(client.getOutputStream());
      Optional<StartupMessage> startup = StartupMessage.read(asked, answered);
      Optional<StartupMessage> inside = startup.flatMap(message -> message.inside(branch));
      if (inside.isEmpty()) {
        StartupMessage.refuse(answered);
        return;
      }
      inside.get().write(server.getOutputStream());
      Thread.ofVirtual().start(() -> pass(asked, server, client));
      if (hidesProcessIds) {
        StartupMessage.hideProcessId(new DataInputStream(server.getInputStream()), answered);
      }
      server.getInputStream().transferTo(answered);
    } catch (IOException ended) {
      // As connections do.
    }
  }

  private static void pass(InputStream asked, Socket server, Closeable client) {
    try (client;
        OutputStream to = server.getOutputStream()) {
      asked.transferTo(to);
    } catch (IOException ended) {
      // As connections do.
    }
  }

  @Override
  public void close() {
    try {
      listening.close();
    } catch (IOException failure) {
      throw new UncheckedIOException("the proxy did not stop", failure);
    }
  }
}
