package io.schemamemory.domain.masking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Whatever the text, masking takes time in proportion to its length: five seconds are a hundred
/// times what any needs.
class MaskingTimeTest {
  private static final Duration LONG = Duration.ofSeconds(5);
  private static final int LETTERS = 50_000;

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      quoteCharacter = '\u0001',
      ignoreLeadingAndTrailingWhitespace = false,
      textBlock =
"""
a
'
"
\\
(
)
:
.
1
0
+1
1\s
@
a@
a.
"@
:1
::
://a:
mysql://:
duplicate entry '
value: "
value \\\\\\\\
invalid\s
x' for key
)=(
failing row contains (
near '
Sql: "
values ('
BindVars: {"
set a = '
-----BEGIN PRIVATE KEY-----
eyJaaaaaaaa.
password=
password='\\
ip-1-
1.1.1.
(0
0 1
0171\s
call\s
a [at]\s
'a'@'
$1 =
$a$
$a
/*
*/
/*!
--
#
identified by '
\\'
comment '
options (
aes_encrypt(
password (
for type\s
column a:
where a in (
JSON data, line 1:
where a in\s
where a = "
update a set\s
a at\s
a @\s
password is\s
password for\s
identified by\s
duplicate entry a\s
incorrect a value: a\s
1-1-1-1.a.
1.1.1.1-
near 'a'\s
''
''password''
authorization:\s
VARCHAR("
call a at\s
""")
  void no_text_takes_long(String part) {
    String text = part.repeat(LETTERS / part.length());
    assertTimeoutPreemptively(
        LONG,
        () -> {
          assertThat(Masking.text(text)).isNotNull();
          assertThat(Masking.text("value '" + text + "x' for key 'k'")).isNotNull();
          assertThat(Masking.statement(text)).isNotNull();
          assertThat(Masking.statement("create user a identified by '" + text)).isNotNull();
        });
  }

  @Test
  void a_text_too_long_to_be_read_is_cut() {
    assertThat(Masking.text("a".repeat(3 * LETTERS))).isEqualTo("a".repeat(100_000));
  }
}
