package io.schemamemory.migrations;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// A migration of this checkout, in SQL or in Java.
record MigrationFile(Path path) {
  private static final Pattern NAME = Pattern.compile("V(\\d{3})__([a-z0-9_]+)\\.(sql|java)");
  private static final List<Path> FOLDERS =
      List.of(Path.of(""), Path.of("src/main/java/db/migration"));

  /// All migrations, in the order they run.
  static List<MigrationFile> all() {
    return FOLDERS.stream()
        .filter(Files::isDirectory)
        .flatMap(MigrationFile::in)
        .sorted((one, other) -> one.name().compareTo(other.name()))
        .toList();
  }

  private static Stream<MigrationFile> in(Path folder) {
    try (Stream<Path> files = Files.list(folder.toAbsolutePath())) {
      return files
          .map(MigrationFile::new)
          .filter(file -> file.name().startsWith("V"))
          .toList()
          .stream();
    } catch (IOException failure) {
      throw new UncheckedIOException(folder + " cannot be read", failure);
    }
  }

  String name() {
    return String.valueOf(path.getFileName());
  }

  boolean isSql() {
    return name().endsWith(".sql");
  }

  String text() {
    return new String(bytes(), StandardCharsets.UTF_8);
  }

  /// Its line for `index.txt`.
  IndexLine indexLine() {
    Matcher matcher = NAME.matcher(name());
    if (!matcher.matches()) {
      throw new IllegalArgumentException("call it V001__what_it_does.sql: " + path);
    }
    return new IndexLine(Integer.parseInt(matcher.group(1)), sha256(), matcher.group(2));
  }

  private String sha256() {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes()));
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("every Java has SHA-256", impossible);
    }
  }

  private byte[] bytes() {
    try {
      return Files.readAllBytes(path);
    } catch (IOException failure) {
      throw new UncheckedIOException(path + " cannot be read", failure);
    }
  }
}
