package io.schemamemory.local.handlers;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import java.util.concurrent.CountDownLatch;

/// Ends the way the event asks for; answers with its process id to any other event.
public final class Misbehaves implements RequestHandler<String, Long> {
  @Override
  public Long handleRequest(String event, Context context) {
    switch (event) {
      case "throw" -> throw new IllegalStateException("as asked");
      case "exit" -> System.exit(7);
      case "exhaust" -> exhaust();
      case "overflow" -> throw new StackOverflowError();
      case "hang" -> hang();
      default -> {}
    }
    return ProcessHandle.current().pid();
  }

  private static void exhaust() {
    byte[][] all = new byte[1 << 20][];
    for (int i = 0; i < all.length; i++) {
      all[i] = new byte[1 << 20];
    }
  }

  private static void hang() {
    try {
      new CountDownLatch(1).await();
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }
}
