package io.schemamemory.logging;

import com.amazonaws.services.lambda.runtime.logging.LogLevel;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogManager;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;

/// In place of the JDK's handler, which writes two lines of plain text for each record.
final class JdkLogHandler extends Handler {
  private final SimpleFormatter formatter = new SimpleFormatter();

  static void install() {
    LogManager.getLogManager().reset();
    Logger root = Logger.getLogger("");
    root.setLevel(Level.WARNING);
    root.addHandler(new JdkLogHandler());
  }

  @Override
  public void publish(LogRecord line) {
    if (line.getLevel().intValue() >= Level.WARNING.intValue()) {
      LibraryLine.log(
          String.valueOf(line.getLoggerName()),
          line.getLevel().intValue() >= Level.SEVERE.intValue() ? LogLevel.ERROR : LogLevel.WARN,
          formatter.formatMessage(line),
          line.getThrown());
    }
  }

  @Override
  public void flush() {
    // Lambda's logger keeps nothing back.
  }

  @Override
  public void close() {
    // There is nothing to close.
  }
}
