package io.schemamemory.receivewebhook;

import io.schemamemory.testkit.LambdaInvocation;

/// A process that receives one webhook, from its input, and answers on its output.
final class OneWebhook {
  private OneWebhook() {}

  public static void main(String... arguments) throws Exception {
    new ReceiveWebhook().handleRequest(System.in, System.out, new LambdaInvocation());
    System.out.flush();
  }
}
