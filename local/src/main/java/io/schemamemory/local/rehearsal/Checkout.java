package io.schemamemory.local.rehearsal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import java.util.Set;

/// A copy of the checkout, so that a rehearsal changes nothing in the original.
final class Checkout {
  private static final Set<String> LEFT_OUT =
      Set.of("target", ".git", ".local", ".venv", ".aws-sam");

  /// What was built for it already, so that its commands need not build again.
  private static final List<String> BUILT =
      List.of("target/functions-built", "operator/target/built");

  private Checkout() {}

  static void copy(Path root, Path copy) {
    try {
      copyTree(root, copy, LEFT_OUT);
      copyTree(root.resolve("operator/target"), copy.resolve("operator/target"), Set.of());
      try (var functions = Files.list(root.resolve("functions"))) {
        for (Path function : functions.filter(Files::isDirectory).toList()) {
          Path built = root.relativize(function.resolve("target/lambda"));
          copyTree(root.resolve(built), copy.resolve(built), Set.of());
        }
      }
      for (String marker : BUILT) {
        touch(copy.resolve(marker));
      }
    } catch (IOException failure) {
      throw new UncheckedIOException("the checkout cannot be copied", failure);
    }
  }

  private static void touch(Path marker) throws IOException {
    Files.createDirectories(marker.getParent());
    Files.write(marker, new byte[0]);
    Files.setLastModifiedTime(marker, FileTime.from(Instant.now()));
  }

  private static void copyTree(Path from, Path to, Set<String> leftOut) throws IOException {
    if (!Files.isDirectory(from)) {
      return;
    }
    Files.walkFileTree(
        from,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes)
              throws IOException {
            if (!folder.equals(from) && leftOut.contains(folder.getFileName().toString())) {
              return FileVisitResult.SKIP_SUBTREE;
            }
            Files.createDirectories(to.resolve(from.relativize(folder)));
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
              throws IOException {
            Files.copy(file, to.resolve(from.relativize(file)), StandardCopyOption.COPY_ATTRIBUTES);
            return FileVisitResult.CONTINUE;
          }
        });
  }
}
