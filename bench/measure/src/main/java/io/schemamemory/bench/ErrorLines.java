package io.schemamemory.bench;

import io.schemamemory.local.runtime.RunEvent;
import java.util.function.Consumer;

/// Lets through what a function logs as an error: a turn that fails says why.
final class ErrorLines implements Consumer<RunEvent> {
  @Override
  public void accept(RunEvent event) {
    String line = event.line();
    if (line.contains("\"level\":\"ERROR\"")) {
      System.err.println(line);
    }
  }
}
