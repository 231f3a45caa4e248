package io.schemamemory.ddl.mysql;

import static org.assertj.core.api.Assertions.assertThat;

import io.debezium.ddl.parser.mysql.generated.MySqlParser;
import io.schemamemory.ddl.DdlReader;
import io.schemamemory.domain.ddl.Dialect;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import org.antlr.v4.runtime.Parser;
import org.junit.jupiter.api.Test;

class SilenceTest {
  /// In classes of its own: ANTLR compares versions when the generated ones are first used.
  @Test
  void nothing_is_written_to_the_standard_streams() throws Exception {
    PrintStream out = System.out;
    PrintStream err = System.err;
    ByteArrayOutputStream written = new ByteArrayOutputStream();
    try (PrintStream heard = new PrintStream(written, true, StandardCharsets.UTF_8);
        URLClassLoader loader = freshClasses()) {
      System.setOut(heard);
      System.setErr(heard);
      assertThat(read(loader, "ALTER TABLE t ADD COLUMN a int")).startsWith("Understood");
      assertThat(read(loader, "ALTER TABLE t FROBNICATE ' ?")).startsWith("NotUnderstood");
    } finally {
      System.setOut(out);
      System.setErr(err);
    }
    assertThat(written.toString(StandardCharsets.UTF_8)).isEmpty();
  }

  private static String read(ClassLoader loader, String ddl) throws Exception {
    Class<?> dialects = loader.loadClass(Dialect.class.getName());
    Class<?> readers = loader.loadClass(DdlReader.class.getName());
    Object reader = readers.getConstructor().newInstance();
    return readers
        .getMethod("read", dialects, String.class, String.class)
        .invoke(reader, dialects.getEnumConstants()[0], null, ddl)
        .toString();
  }

  private static URLClassLoader freshClasses() {
    URL[] places =
        Stream.of(DdlReader.class, Dialect.class, MySqlParser.class, Parser.class)
            .map(type -> type.getProtectionDomain().getCodeSource().getLocation())
            .toArray(URL[]::new);
    return new URLClassLoader(places, ClassLoader.getPlatformClassLoader());
  }
}
