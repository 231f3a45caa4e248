package io.schemamemory.domain.masking;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/// Errors of databases quote values of rows: the values go, the names stay.
class MaskedErrorsTest {
  private static final String SHOWN = "(a value)";

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      quoteCharacter = '\u0001',
      textBlock =
          """
          Duplicate entry 'Jane Doe' for key 'users.name' ~ Duplicate entry '%s' for key 'users.name'
          ERROR 1062 (23000): DUPLICATE ENTRY 'jane' FOR KEY 'PRIMARY' ~ ERROR 1062 (23000): DUPLICATE ENTRY '%s' FOR KEY 'PRIMARY'
          Duplicate entry 'O'Neill' for key 'n' ~ Duplicate entry '%s' for key 'n'
          Duplicate entry 'the ' of ' it' for key 'n' ~ Duplicate entry '%s' for key 'n'
          Duplicate entry '' for key 'n' ~ Duplicate entry '' for key 'n'
          Duplicate entry 'a' for key 'b' and Duplicate entry 'c' for key 'd' ~ Duplicate entry '%1$s' for key 'b' and Duplicate entry '%1$s' for key 'd'
          Duplicate entry 'jane never closed ~ Duplicate entry '%s
          Duplicate entry \\'jane\\' for key \\'n\\' ~ Duplicate entry \\'%s\\' for key \\'n\\'
          Duplicate entry &#39;jane&#39; for key &#39;n&#39; ~ Duplicate entry &#39;%s&#39; for key &#39;n&#39;
          Duplicate entry \u2018jane\u2019 for key \u2018n\u2019 ~ Duplicate entry \u2018%s\u2019 for key \u2018n\u2019
          Duplicate entry "jane" for key "n" ~ Duplicate entry "%s" for key "n"
          Duplicate entry Jane Doe for key users.name ~ Duplicate entry %s for key users.name
          Data too long for column 'bio' at row 1: 'Jane' ~ Data too long for column 'bio' at row 1: '%s'
          Incorrect string value: '\\xF0\\x9F\\x98' for column 'name' at row 1 ~ Incorrect string value: '%s' for column 'name' at row 1
          Incorrect integer value: 'jane' for column `shop`.`users`.`age` at row 1 ~ Incorrect integer value: '%s' for column `shop`.`users`.`age` at row 1
          Incorrect datetime value: '1984-01-31' for column 'born' at row 7 ~ Incorrect datetime value: '%s' for column 'born' at row 7
          Incorrect datetime value: 'jane' for function str_to_date ~ Incorrect datetime value: '%s' for function str_to_date
          Truncated incorrect DOUBLE value: 'jane' ~ Truncated incorrect DOUBLE value: '%s'
          Invalid utf8mb4 character string: 'jane' ~ Invalid utf8mb4 character string: '%s'
          Illegal double 'jane' value found during parsing ~ Illegal double '%s' value found during parsing
          Column 'mood' has duplicated value 'jane' in ENUM ~ Column 'mood' has duplicated value '%s' in ENUM
          Table has no partition for value 1984 ~ Table has no partition for value %s
          Table has no partition for value 'jane' ~ Table has no partition for value '%s'
          Foreign key constraint for table 'a', record 'jane-1' would lead to a duplicate entry in table 'b', key 'k' ~ Foreign key constraint for table 'a', record '%s' would lead to a duplicate entry in table 'b', key 'k'
          Access denied for user 'jane'@'10.1.2.3' (using password: YES) ~ Access denied for user '%1$s'@'%1$s' (using password: YES)
          The user specified as a definer ('jane'@'%%') does not exist ~ The user specified as a definer ('%1$s'@'%1$s') does not exist
          You have an error in your SQL syntax near 'DEFAULT 'jane' NOT' at line 1 ~ You have an error in your SQL syntax near 'DEFAULT '%s' NOT' at line 1
          Key (email)=(jane) already exists. ~ Key (email)=(%2$s) already exists.
          Key (lower(a), b)=(jane (the second), 7) is duplicated. ~ Key (lower(a), b)=(%2$s) is duplicated.
          Key (a)=(:-) it) already exists. ~ Key (a)=(%2$s) already exists.
          Key (id)=(7) is not present in table "users". ~ Key (id)=(%2$s) is not present in table "users".
          Key (p)=([1,2)) conflicts with existing key (p)=([1,3)). ~ Key (p)=(%2$s) conflicts with existing key (p)=(%2$s).
          Failing row contains (1, Jane (J.), null). ~ Failing row contains (%2$s).
          Failing row contains (1, Jane :), ...). (SQLSTATE 23514) ~ Failing row contains (%2$s). (SQLSTATE 23514)
          Partition key of the failing row contains (born) = (1984). ~ Partition key of the failing row contains (born) = (%2$s).
          invalid input syntax for type integer: "jane" ~ invalid input syntax for type integer: "%s"
          invalid input syntax for type integer: "she said "hi" twice" (SQLSTATE 22P02) ~ invalid input syntax for type integer: "%s" (SQLSTATE 22P02)
          invalid input value for enum mood: "jane" ~ invalid input value for enum mood: "%s"
          invalid input value for enum "Mood": "jane" ~ invalid input value for enum "Mood": "%s"
          value "jane" is out of range for type integer ~ value "%s" is out of range for type integer
          date/time field value out of range: "1984-31-01" ~ date/time field value out of range: "%s"
          malformed array literal: "jane" ~ malformed array literal: "%s"
          CONTEXT: COPY users, line 1, column email: "jane" ~ CONTEXT: COPY users, line 1, column email: "%s"
          COPY users, line 3: "1,jane,doe" ~ COPY users, line 3: "%s"
          parameters: $1 = 'jane', $2 = '7' ~ parameters: $1 = '%1$s', $2 = '%1$s'
          DETAIL: Token "jane" is invalid. ~ DETAIL: Token "%s" is invalid.
          Duplicate entry O'Neill for key users.name ~ Duplicate entry %s for key users.name
          Incorrect integer value: jane for column 'x' ~ Incorrect integer value: %s for column 'x'
          invalid value for parameter "search_path": "jane" ~ invalid value for parameter "search_path": "%s"
          row: [INT64(5) VARCHAR("jane")] ~ row: [INT64(%1$s) VARCHAR("%1$s")]
          """)
  void the_value_goes_and_the_names_stay(String error, String shown) {
    String right = shown.formatted(SHOWN, "a value");
    assertThat(Masking.text(error.replace("%%", "%"))).isEqualTo(right);
    assertThat(Masking.text(right)).isEqualTo(right);
  }

  @ParameterizedTest
  @MethodSource("statements")
  void the_values_of_a_repeated_statement_go(String error, String shown) {
    assertThat(Masking.text(error)).isEqualTo(shown);
    assertThat(Masking.text(shown)).isEqualTo(shown);
  }

  static Stream<String[]> statements() {
    return Stream.of(
        row(
            "target: shop.-.primary: vttablet: rpc error: code = AlreadyExists desc = Duplicate"
                + " entry 'jane' for key 'n' (errno 1062) (sqlstate 23000) (CallerID: u7s3r): Sql:"
                + " \"insert into users(id, `name`) values (:vtg1, 'jane')\", BindVars: {vtg1:"
                + " \"type:VARCHAR value:\\\"jane}\\\"\"}",
            "target: shop.-.primary: vttablet: rpc error: code = AlreadyExists desc = Duplicate"
                + " entry '(a value)' for key 'n' (errno 1062) (sqlstate 23000) (CallerID: (a"
                + " value)): Sql: \"insert into users(id, `name`) values (:vtg1, '(a value)')\","
                + " BindVars: {(a value)}"),
        row(
            "Sql: \"insert into t values (\\\"jane\\\", 4155550132)\", BindVars: {a: \"1\"} then"
                + " {b}",
            "Sql: \"insert into t values (\\\"(a value)\\\", ?)\", BindVars: {(a value)} then {b}"),
        row(
            "x (errno 1292) during query: insert into `t`(`n`) values ('O''Neill', 1984)",
            "x (errno 1292) during query: insert into `t`(`n`) values ('(a value)', ?)"),
        row(
            "failed query: UPDATE users SET name = 'jane\\' d', n = 7 WHERE id = 12 (errno 1) it",
            "failed query: UPDATE users SET name = '(a value)', n = ? WHERE id = ? (errno 1) it"),
        row(
            "STATEMENT: alter table t add column c varchar(255) default 'jane'",
            "STATEMENT: alter table t add column c varchar(255) default '(a value)'"),
        row("Sql: \"insert into t values ('jane", "Sql: \"insert into t values ('(a value)"),
        row("BindVars: {v1: \"type:VARCHAR val", "BindVars: {(a value)"),
        row(
            "DELETE FROM t WHERE n IN ('jane','joe') AND ssn = 123",
            "DELETE FROM t WHERE n IN ('(a value)','(a value)') AND ssn = ?"),
        row(
            "SELECT * FROM t WHERE n IN ('jane', 'joe') OR ssn = 123456789",
            "SELECT * FROM t WHERE n IN ('(a value)', '(a value)') OR ssn = ?"),
        row(
            "UPDATE users u SET u.n = 'jane', ssn = 123",
            "UPDATE users u SET u.n = '(a value)', ssn = ?"),
        row(
            "INSERT  INTO t (n) VALUES  ('jane', 7)",
            "INSERT  INTO t (n) VALUES  ('(a value)', ?)"),
        row(
            "error in \"SELECT * FROM t WHERE a = 7\": table 'x' is missing",
            "error in \"SELECT * FROM t WHERE a = ?\": table 'x' is missing"),
        row("BindVars: {}", "BindVars: {}"));
  }

  private static String[] row(String error, String shown) {
    return new String[] {error, shown};
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      quoteCharacter = '\u0001',
      textBlock =
          """
          Unknown column 'fax' in 'field list'
          Table 'shop.users' doesn't exist
          Duplicate column name 'fax'
          Duplicate key name 'by_email'
          Can't DROP 'by_email'; check that column/key exists
          Invalid default value for 'created_at'
          Data too long for column 'name' at row 1
          Out of range value for column 'age' at row 5
          Column 'name' cannot be null
          Check constraint 'adult' is violated.
          Cannot add or update a child row: a foreign key constraint fails (`db`.`t`, CONSTRAINT `fk` FOREIGN KEY (`a`) REFERENCES `p` (`id`))
          Row size too large. The maximum row size for the used table type is 65535.
          value too long for type character varying(5)
          relation "users" already exists
          column "fax" of relation "users" does not exist
          null value in column "name" of relation "users" violates not-null constraint
          new row for relation "users" violates check constraint "adult"
          duplicate key value violates unique constraint "users_email_key"
          could not create unique index "users_email_key"
          syntax error at or near "fax"
          table "users" has no unique key: all tables must have at least one unique, not-null key.
          Lock wait timeout exceeded; try restarting transaction
          syntax error at position 8 near 'fax' (errno 1105)
          index on (a) where deleted_at is null
          mood enum('a','b'), decimal(10,2), timestamp(6)
          Unknown column 'password' in 'field list'
          the column "password" is missing, password is required
          The default value '0000-00-00' of 'd' is not allowed
          enum value 'happy' was removed from column 'mood'
          Column 'api_key': cannot be null
          users.password: varchar(255), secret: encrypted
          password varchar(255), the password is 8 chars
          """)
  void names_stay(String error) {
    assertThat(Masking.text(error)).isEqualTo(error);
  }
}
