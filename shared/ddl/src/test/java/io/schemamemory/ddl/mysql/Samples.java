package io.schemamemory.ddl.mysql;

import io.schemamemory.ddl.DdlReader;
import io.schemamemory.domain.ddl.ChangePhrase;
import io.schemamemory.domain.ddl.Dialect;
import io.schemamemory.domain.ddl.Understanding;
import io.schemamemory.domain.ddl.Understanding.NotUnderstood;
import io.schemamemory.domain.ddl.Understanding.Understood;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;

/// The statements of the test resources and what is told of each.
final class Samples {
  private static final List<String> FILES = List.of("/mysql.txt", "/grammar.txt", "/clauses.txt");

  private static final String MARK = "→ ";

  private Samples() {}

  /// A statement and the lines told of it.
  record Sample(String ddl, List<String> told) {
    @Override
    public String toString() {
      return ddl;
    }
  }

  static List<Sample> all() {
    return FILES.stream()
        .flatMap(file -> Arrays.stream(text(file).split("\n\n")))
        .filter(block -> !block.startsWith("# "))
        .map(Samples::sample)
        .toList();
  }

  private static Sample sample(String block) {
    List<String> lines = block.strip().lines().toList();
    List<String> told = lines.stream().filter(line -> line.startsWith(MARK)).toList();
    String ddl = String.join("\n", lines.subList(0, lines.size() - told.size()));
    return new Sample(ddl, told.stream().map(line -> line.substring(MARK.length())).toList());
  }

  private static String text(String file) {
    try (InputStream open = Samples.class.getResourceAsStream(file)) {
      return new String(Objects.requireNonNull(open).readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  static List<String> told(DdlReader reader, String ddl) {
    return told(reader.read(Dialect.MYSQL, null, ddl));
  }

  private static List<String> told(Understanding understanding) {
    return switch (understanding) {
      case Understood understood -> understood.changes().stream().map(ChangePhrase::of).toList();
      case NotUnderstood not -> List.of("not understood: " + not.reason());
    };
  }
}
