package io.schemamemory.receivewebhook.conformance;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What the sender hears, over a line on which the receiver may die.
final class Line extends ByteArrayOutputStream {
  /// What API Gateway answers for a function that does not.
  static final int FAILED = 500;

  private static final Pattern STATUS = Pattern.compile("\\{\"statusCode\":(\\d{3})\\}");

  /// When the receiver's process ends.
  enum Death {
    NEVER,
    /// It has done all it does, and the sender hears nothing of it.
    BEFORE_ANSWERING,
    /// The sender has heard the answer and will not send again.
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
