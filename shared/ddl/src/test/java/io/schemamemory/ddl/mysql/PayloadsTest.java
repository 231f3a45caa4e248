package io.schemamemory.ddl.mysql;

import static org.assertj.core.api.Assertions.assertThat;

import io.schemamemory.ddl.DdlReader;
import io.schemamemory.domain.ddl.Dialect;
import io.schemamemory.domain.ddl.Understanding.Understood;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class PayloadsTest {
  private static final Path PAYLOADS = Path.of("../../events/payloads");
  private static final Pattern DDL = Pattern.compile("\"ddl_statement\": ?\"([^\"\\\\]+)\"");

  @Test
  void every_statement_of_the_sample_payloads_is_understood() throws IOException {
    DdlReader reader = new DdlReader();
    assertThat(statements())
        .isNotEmpty()
        .allSatisfy(
            ddl ->
                assertThat(reader.read(Dialect.MYSQL, null, ddl)).isInstanceOf(Understood.class));
  }

  private static List<String> statements() throws IOException {
    try (Stream<Path> files = Files.list(PAYLOADS)) {
      return files
          .map(PayloadsTest::text)
          .flatMap(text -> DDL.matcher(text).results())
          .map(found -> found.group(1))
          .toList();
    }
  }

  private static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }
}
