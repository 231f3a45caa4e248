package io.schemamemory.testkit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.UserPrincipal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/// A real PgBouncer in transaction mode, in front of a server on this machine.
public final class PgBouncer implements AutoCloseable {
  private static final Duration START = Duration.ofSeconds(10);

  private final Process process;
  private final Path directory;
  private final int port;

  private PgBouncer(Process process, Path directory, int port) {
    this.process = process;
    this.directory = directory;
    this.port = port;
  }

  /// Where `pgbouncer` is on the PATH, if it is there.
  public static Optional<Path> find() {
    String path =
        Optional.ofNullable(System.getenv("PATH")).orElse("") + ":/usr/sbin:/usr/local/sbin";
    return Stream.of(path.split(":", -1))
        .map(folder -> Path.of(folder, "pgbouncer"))
        .filter(Files::isExecutable)
        .findFirst();
  }

  /// Starts one on a given port.
  ///
  /// @param serverPort where PostgreSQL listens on 127.0.0.1
  /// @param userlist the logins it accepts, as the bootstrap writes them
  /// @param poolSize server connections per login and database
  public static PgBouncer start(int port, int serverPort, Path userlist, int poolSize) {
    Path program =
        find().orElseThrow(() -> new IllegalStateException("pgbouncer is not on the PATH"));
    try {
      Path directory = Files.createTempDirectory("schema-memory-pgbouncer");
      Files.copy(userlist, directory.resolve("userlist.txt"), StandardCopyOption.REPLACE_EXISTING);
      Path settings = directory.resolve("pgbouncer.ini");
      Files.writeString(settings, settings(port, serverPort, directory, poolSize));
      List<String> command =
          new ArrayList<>(List.of(program.toString(), "-q", settings.toString()));
      if (System.getProperty("user.name").equals("root")) {
        // It refuses to run as root.
        command.addAll(1, List.of("-u", "nobody"));
        giveAway(directory);
      }
      Process process =
          new ProcessBuilder(command)
              .redirectErrorStream(true)
              .redirectOutput(directory.resolve("output.txt").toFile())
              .start();
      PgBouncer pooler = new PgBouncer(process, directory, port);
      pooler.awaitListening();
      return pooler;
    } catch (IOException failure) {
      throw new UncheckedIOException("PgBouncer did not start", failure);
    }
  }

  public int port() {
    return port;
  }

  /// Accepts the logins of another `userlist.txt`, as `RELOAD` does.
  public void reload(Path userlist) {
    try {
      Path own = directory.resolve("userlist.txt");
      Files.copy(userlist, own, StandardCopyOption.REPLACE_EXISTING);
      if (System.getProperty("user.name").equals("root")) {
        giveAway(directory);
      }
    } catch (IOException failure) {
      throw new UncheckedIOException("PgBouncer's auth_file was not replaced", failure);
    }
    Signal.HUP.send(process.pid());
  }

  /// Kills it at once, in the middle of its work.
  public void kill() {
    Signal.KILL.send(process.pid());
    close();
  }

  /// Stops it with a signal: it accepts connections and bytes, but does not respond.
  public void hang() {
    Signal.STOP.send(process.pid());
  }

  /// Continues it after a stop.
  public void resume() {
    Signal.CONT.send(process.pid());
  }

  private static String settings(int port, int serverPort, Path directory, int poolSize) {
    return """
        [databases]
        * = host=127.0.0.1 port=%d

        [pgbouncer]
        listen_addr = 127.0.0.1
        listen_port = %d
        unix_socket_dir =
        auth_type = scram-sha-256
        auth_file = %s
        pool_mode = transaction
        default_pool_size = %d
        max_db_connections = 40
        max_client_conn = 100
        ignore_startup_parameters = extra_float_digits
        """
        .formatted(serverPort, port, directory.resolve("userlist.txt"), poolSize);
  }

  private static void giveAway(Path directory) throws IOException {
    UserPrincipal nobody =
        directory.getFileSystem().getUserPrincipalLookupService().lookupPrincipalByName("nobody");
    try (Stream<Path> files = Files.list(directory)) {
      for (Path file : files.toList()) {
        Files.setOwner(file, nobody);
      }
    }
    Files.setOwner(directory, nobody);
  }

  private void awaitListening() throws IOException {
    Instant end = Instant.now().plus(START);
    while (process.isAlive() && Instant.now().isBefore(end)) {
      try (Socket _ = new Socket(InetAddress.getLoopbackAddress(), port)) {
        return;
      } catch (IOException notYet) {
        Thread.onSpinWait();
      }
    }
    String said = Files.readString(directory.resolve("output.txt"));
    close();
    throw new IOException("PgBouncer does not listen on port " + port + ": " + said);
  }

  @Override
  public void close() {
    process.destroy();
    try {
      if (!process.waitFor(5, TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
      try (Stream<Path> files = Files.list(directory)) {
        for (Path file : files.toList()) {
          Files.delete(file);
        }
      }
      Files.delete(directory);
    } catch (IOException failure) {
      throw new UncheckedIOException("PgBouncer's files stay in " + directory, failure);
    } catch (InterruptedException stopped) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
  }
}
