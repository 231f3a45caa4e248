package io.schemamemory.verification;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// No page is found by counting the rows before it: the next one begins after the last one's key.
class LimitsTest {
  private static final Pattern COUNTED =
      Pattern.compile("\\boffset\\s+(?:\\?|:|\\d)", Pattern.CASE_INSENSITIVE);

  @Test
  void no_sql_skips_rows_by_number() {
    assertThat(
            Stream.concat(Project.sources(".java"), Project.sources(".sql"))
                .filter(file -> !Project.ROOT.relativize(file).toString().contains("/src/test/"))
                .filter(file -> COUNTED.matcher(Project.read(file)).find()))
        .isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"limit 10 offset 20", "OFFSET ?", "limit :n offset :skipped"})
  void the_rule_knows_it(String sql) {
    assertThat(COUNTED.matcher(sql).find()).isTrue();
  }
}
