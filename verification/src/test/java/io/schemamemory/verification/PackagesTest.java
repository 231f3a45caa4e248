package io.schemamemory.verification;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toCollection;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// A class is found by its name, and a package is small enough to read.
class PackagesTest {
  private static final int LARGEST_PACKAGE = 20;

  private static final List<SourceFile> FILES = SourceFile.all();

  @Test
  void no_two_main_classes_have_the_same_name() {
    Map<String, Set<String>> packages =
        grouped(main().filter(SourceFile::isType), SourceFile::typeName, SourceFile::packageName);

    assertThat(packages).isNotEmpty().allSatisfy((_, found) -> assertThat(found).hasSize(1));
  }

  @Test
  void no_main_package_has_more_than_20_files() {
    Map<String, Set<String>> files = grouped(main(), SourceFile::packageName, SourceFile::typeName);

    assertThat(files)
        .isNotEmpty()
        .allSatisfy((_, found) -> assertThat(found).hasSizeLessThanOrEqualTo(LARGEST_PACKAGE));
  }

  @Test
  void no_package_is_split_over_modules() {
    Map<String, Set<String>> modules =
        grouped(FILES.stream(), SourceFile::packageName, SourceFile::module);

    assertThat(modules).isNotEmpty().allSatisfy((_, found) -> assertThat(found).hasSize(1));
  }

  private static Stream<SourceFile> main() {
    return FILES.stream().filter(SourceFile::isMain);
  }

  private static Map<String, Set<String>> grouped(
      Stream<SourceFile> files,
      Function<SourceFile, String> by,
      Function<SourceFile, String> what) {
    return files.collect(groupingBy(by, mapping(what, toCollection(TreeSet::new))));
  }
}
