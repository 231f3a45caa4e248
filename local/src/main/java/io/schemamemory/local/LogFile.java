package io.schemamemory.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;

/// The file with everything the functions of one run log; only its owner may read it.
final class LogFile implements AutoCloseable {
  /// Enough to compare runs; more would only fill the disk.
  private static final int KEPT = 10;

  private static final DateTimeFormatter NAME =
      DateTimeFormatter.ofPattern("'try-'uuuuMMdd-HHmmss").withZone(ZoneOffset.UTC);

  private final Path path;
  private final Writer writer;
  private final InstantSource clock;
  private boolean closed;

  private LogFile(Path path, Writer writer, InstantSource clock) {
    this.path = path;
    this.writer = writer;
    this.clock = clock;
  }

  /// Opens a new log file and deletes old ones.
  static LogFile create(Path directory, InstantSource clock) {
    Path path = directory.resolve(name(clock.instant()));
    try {
      Files.createDirectories(directory);
      deleteOldest(directory);
      Files.createFile(
          path, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
      return new LogFile(path, Files.newBufferedWriter(path), clock);
    } catch (IOException unwritable) {
      throw new UncheckedIOException(path + " cannot be written", unwritable);
    }
  }

  Path path() {
    return path;
  }

  /// Writes a line with its time. Lines after [#close] are dropped.
  synchronized void write(String line) {
    if (closed) {
      return;
    }
    try {
      writer.write(clock.instant().truncatedTo(ChronoUnit.MILLIS) + " " + line + "\n");
      writer.flush();
    } catch (IOException full) {
      // Keep going: a full disk must not stop the reading of the functions' output.
      closed = true;
      System.err.println(path + " cannot be written any more: " + full.getMessage());
    }
  }

  @Override
  public synchronized void close() {
    closed = true;
    try {
      writer.close();
    } catch (IOException unwritable) {
      throw new UncheckedIOException(path + " could not be closed", unwritable);
    }
  }

  private static String name(Instant now) {
    return NAME.format(now) + "-" + ProcessHandle.current().pid() + ".log";
  }

  private static void deleteOldest(Path directory) throws IOException {
    try (var files = Files.list(directory)) {
      List<Path> logs =
          files
              .filter(file -> file.getFileName().toString().matches("try-.*\\.log"))
              .sorted(Comparator.reverseOrder())
              .skip(KEPT - 1)
              .toList();
      for (Path log : logs) {
        Files.deleteIfExists(log);
      }
    }
  }
}
