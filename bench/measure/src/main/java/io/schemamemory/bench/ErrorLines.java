package io.schemamemory.bench;

import java.util.function.Consumer;

/// Lets through what a function logs as an error: a turn that fails says why.
final class ErrorLines implements Consumer<String> {
  @Override
  public void accept(String line) {
    if (line.contains("\"level\":\"ERROR\"")) {
      System.err.println(line);
    }
  }
}
