package io.schemamemory.receivewebhook.conformance;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The sender's connection, on which the receiver may die.
final class Line extends ByteArrayOutputStream {
  /// What API Gateway answers when the function does not.
  static final int FAILED = 500;

  private static final Pattern STATUS = Pattern.compile("\\{\"statusCode\":(\\d{3})\\}");

  /// When the receiver's process ends.
  enum Death {
    NEVER,
    /// After its work is done, before the sender gets the answer.
    BEFORE_ANSWERING,
    /// After the sender has got the answer, so it will not retry.
    AFTER_ANSWERING
  }

  /// A process that ends as an exception, so that whatever it has not committed is lost.
  static final class Died extends RuntimeException {
    private static final long serialVersionUID = 1L;
  }

  private final Death death;

  Line(Death death) {
    this.death = death;
  }

  @Override
  public synchronized void write(byte[] bytes, int from, int length) {
    if (death == Death.BEFORE_ANSWERING) {
      throw new Died();
    }
    super.write(bytes, from, length);
    if (death == Death.AFTER_ANSWERING) {
      throw new Died();
    }
  }

  int status() {
    Matcher status = STATUS.matcher(toString(StandardCharsets.UTF_8));
    return status.matches() ? Integer.parseInt(status.group(1)) : FAILED;
  }
}
