package io.schemamemory.local.runtime;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The TCP connections a process has open, as the kernel lists them.
record Connections(Path process) {
  private static final String ESTABLISHED = "01";

  static Connections of(long pid) {
    return new Connections(Path.of("/proc", Long.toString(pid)));
  }

  /// The remote port of each connection.
  List<Integer> open() {
    Set<String> sockets = sockets();
    return Stream.of("net/tcp", "net/tcp6")
        .flatMap(table -> lines(process.resolve(table)).stream().skip(1))
        .map(line -> line.strip().split("\\s+"))
        // Local and remote address, state, ..., the socket's number.
        .filter(row -> row[3].equals(ESTABLISHED) && sockets.contains("socket:[" + row[9] + "]"))
        .map(row -> Integer.parseInt(row[2].substring(row[2].indexOf(':') + 1), 16))
        .toList();
  }

  List<Integer> to(int port) {
    return open().stream().filter(remote -> remote == port).toList();
  }

  private Set<String> sockets() {
    try (Stream<Path> files = Files.list(process.resolve("fd"))) {
      return files.map(Connections::target).collect(Collectors.toSet());
    } catch (IOException gone) {
      throw new UncheckedIOException(process + " has no open files to read", gone);
    }
  }

  private static String target(Path file) {
    try {
      return Files.readSymbolicLink(file).toString();
    } catch (IOException closedMeanwhile) {
      return "";
    }
  }

  private static List<String> lines(Path file) {
    try {
      return Files.readAllLines(file);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(file + " cannot be read", unreadable);
    }
  }
}
