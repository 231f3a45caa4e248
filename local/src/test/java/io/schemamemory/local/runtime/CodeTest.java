package io.schemamemory.local.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.schemamemory.local.template.Function;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CodeTest {
  private static final Function THING = Running.function("a.B", Duration.ofSeconds(3), Map.of());

  @TempDir private Path root;

  @Test
  void a_function_runs_in_its_build_folder_with_its_jars_in_order() throws Exception {
    Path lambda = root.resolve("functions/thing/target/lambda");
    Files.createDirectories(lambda.resolve("lib"));
    for (String file : new String[] {"b.jar", "a.jar", "notes.txt"}) {
      Files.createFile(lambda.resolve("lib").resolve(file));
    }

    assertThat(Code.built(root, THING))
        .extracting(
            Code::taskRoot, code -> code.classPath().stream().map(Path::getFileName).toList())
        .containsExactly(lambda, List.of(Path.of("a.jar"), Path.of("b.jar")));
  }

  @Test
  void for_a_function_that_is_not_built_the_message_says_what_to_do() {
    assertThatThrownBy(() -> Code.built(root, THING))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining(
            "functions/thing/target/lambda/lib is missing: build it with mvn package");
  }
}
