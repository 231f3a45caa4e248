package io.schemamemory.bench.harness;

import io.schemamemory.local.runtime.RunEvent;
import java.util.function.Consumer;

/// Prints the errors that a function logs, so that a failed turn shows its cause.
public final class ErrorLogFilter implements Consumer<RunEvent> {
  @Override
  public void accept(RunEvent event) {
    String line = event.line();
    if (line.contains("\"level\":\"ERROR\"")) {
      System.err.println(line);
    }
  }
}
