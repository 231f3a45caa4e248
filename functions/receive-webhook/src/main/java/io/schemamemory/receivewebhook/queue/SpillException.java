package io.schemamemory.receivewebhook.queue;

/// The queue did not take a message; the text contains nothing of it.
public final class SpillException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  SpillException(String message) {
    super(message);
  }
}
