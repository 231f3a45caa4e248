package io.schemamemory.receivewebhook.queue;

/// The queue did not take a message; what is said of it repeats nothing of the message.
public final class SpillException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  SpillException(String message) {
    super(message);
  }
}
