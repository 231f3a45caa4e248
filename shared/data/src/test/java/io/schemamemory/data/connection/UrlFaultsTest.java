package io.schemamemory.data.connection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.schemamemory.settings.Environment;
import io.schemamemory.settings.SettingException;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Each fault of a URL is told by the part it is in.
class UrlFaultsTest {
  private static final String BEGINS = "jdbc:postgresql://h:1/d?user=u&password=";

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      textBlock =
          """
          hunter2                                              | it does not begin with jdbc:postgresql://
          postgres://app:hunter2@h/d                           | it begins with postgres://
          postgresql://app:hunter2@h/d                         | it begins with postgresql://
          JDBC:PostgreSQL://h/d?user=u&password=hunter2        | jdbc:postgresql:// is written in small letters
          jdbc:mysql://h:1/d?user=u&password=hunter2           | it is the URL of another kind of database
          jdbc:postgresql:h/d?user=u&password=hunter2          | it has no // before the host
          DATABASE_URL=jdbc:postgresql://h/d?user=u            | something stands before jdbc:postgresql://
          host=h dbname=d user=u password=hunter2              | it is a connection string for libpq
          "jdbc:postgresql://h/d?user=u&password=hunter2"      | it begins with a quotation mark
          'jdbc:postgresql://h/d?user=u&password=hunter2'      | it begins with a quotation mark
          jdbc:postgresql:///d?user=u&password=hunter2         | it has no host
          jdbc:postgresql://:1/d?user=u&password=hunter2       | it has no host
          jdbc:postgresql://app:hunter2@h/d                    | user and password stand before the host
          jdbc:postgresql://app:hun/ter2@h:1/d                 | user and password stand before the host
          jdbc:postgresql://app@h/d?password=hunter2           | user and password stand before the host
          jdbc:postgresql://a:1,b:2/d?user=u&password=hunter2  | it names several hosts
          jdbc:postgresql://::1/d?user=u&password=hunter2      | an IPv6 address stands in brackets
          jdbc:postgresql://fe80::1:5432/d?user=u&password=hunter2 | an IPv6 address stands in brackets
          jdbc:postgresql://[::1/d?user=u&password=hunter2     | an IPv6 address stands in brackets
          jdbc:postgresql://[h]/d?user=u&password=hunter2      | an IPv6 address stands in brackets
          jdbc:postgresql://h$t/d?user=u&password=hunter2      | its host has a character that no host's name has
          jdbc:postgresql://höst/d?user=u&password=hunter2     | its host has a character that no host's name has
          jdbc:postgresql://h:port/d?user=u&password=hunter2   | its port is no number
          jdbc:postgresql://h:/d?user=u&password=hunter2       | its port is no number
          jdbc:postgresql://h:0/d?user=u&password=hunter2      | its port is not between 1 and 65535
          jdbc:postgresql://h:99999/d?user=u&password=hunter2  | its port is not between 1 and 65535
          jdbc:postgresql://h:99999999999/d?user=u&password=hunter2 | its port is not between 1 and 65535
          jdbc:postgresql://h?user=u&password=hunter2          | it names no database after the host
          jdbc:postgresql://h:1                                | it names no database after the host
          jdbc:postgresql://h:1/?user=u&password=hunter2       | it names no database after the host
          jdbc:postgresql://h:1/d&user=u&password=hunter2      | it has no ? before its parameters
          jdbc:postgresql://h:1/d;user=u;password=hunter2      | it has no ? before its parameters
          jdbc:postgresql://h:1/d%?user=u&password=hunter2     | a % in the database's name is written %25
          jdbc:postgresql://h:1/d                              | it has no parameter user
          jdbc:postgresql://h:1/d?password=hunter2             | it has no parameter user
          jdbc:postgresql://h:1/d?user=&password=hunter2       | its parameter user is empty
          jdbc:postgresql://h:1/d?user=hunter2                 | it has no parameter password
          jdbc:postgresql://h:1/d?user=hunter2&password=       | its parameter password is empty
          jdbc:postgresql://h:1/d?user=hunter2?password=p      | it has no parameter password
          jdbc:postgresql://h:1/d?User=u&password=hunter2      | its parameter user is written so, in these letters
          jdbc:postgresql://h:1/d?user=u&PassWord=hunter2      | its parameter password is written so, in these letters
          jdbc:postgresql://h:1/d?user=u&password=hunter2%ZZ   | a % in the parameter password is written %25
          jdbc:postgresql://h:1/d?user=u&password=hunter2%     | a % in the parameter password is written %25
          jdbc:postgresql://h:1/d?user=hunter2%4&password=p    | a % in the parameter user is written %25
          jdbc:postgresql://h:1/d?user=u&password=hunter2%FF   | the parameter password is percent-encoded, but not as UTF-8
          jdbc:postgresql://h:1/d?user=u&password=hunter2%0A   | the parameter password ends with, or has in it, U+000A
          jdbc:postgresql://h:1/d?user=u&password=x&hunter2    | its parameter number 3 has no =: a & in a user or password is written %26
          jdbc:postgresql://h:1/d?user=u&password=x&hunter2=3  | its parameter number 3 is none the driver knows: a & in a user or password is written %26
          jdbc:postgresql://h:1/d?user=u&password=hunter2&user=v | it has the parameter user twice
          jdbc:postgresql://h:1/d?user=u&password=hunter2&PGHOST=evil | its parameter number 3 is none the driver knows
          jdbc:postgresql://h:1/d?user=u&password=hunter 2     | its character 47 is a space, which is written %20
          jdbc:postgresql://my host/d?user=u&password=hunter2  | its character 21 is a space, which is written %20
          jdbc:postgresql://h:1/d?user=u&password=hunter2&options=-c%20a=b      | it sets options, which no pooler accepts: remove it
          jdbc:postgresql://h:1/d?user=u&password=hunter2&currentSchema=memory  | it sets currentSchema, which no pooler accepts: remove it
          jdbc:postgresql://h:1/d?user=u&password=hunter2&prepareThreshold=5    | it sets prepareThreshold, which is unsafe through a pooler: remove it
          jdbc:postgresql://h:1/d?user=u&password=hunter2&preferQueryMode=simple | it sets preferQueryMode, which is unsafe through a pooler: remove it
          jdbc:postgresql://h:1/d?user=u&password=hunter2&logServerErrorDetail=true | it sets logServerErrorDetail
          jdbc:postgresql://h:1/d?user=u&password=hunter2&service=x | it sets service
          jdbc:postgresql://h:1/d?user=u&password=hunter2&target_session_attrs=writable | its parameter target_session_attrs has a value that there is not: it is one of any,
          jdbc:postgresql://h:1/d?user=u&password=p&targetServerType=hunter2 | its parameter targetServerType has a value that there is not: it is one of any, primary
          jdbc:postgresql://h:1/d?user=u&password=p&sslnegotiation=hunter2 | its parameter sslnegotiation has a value that there is not: it is one of postgres, direct
          jdbc:postgresql://h:1/d?user=u&password=p&channel_binding=hunter2 | its parameter channel_binding has a value that there is not: it is one of disable
          jdbc:postgresql://h:1/d?user=u&password=p&gssEncMode=hunter2 | its parameter gssEncMode has a value that there is not: it is one of disable
          jdbc:postgresql://h:1/d?user=u&password=p&connect_timeout=hunter2 | its parameter connect_timeout is no number
          jdbc:postgresql://h:1/d?user=u&password=p&socketTimeout=99999999999 | its parameter socketTimeout is no number
          jdbc:postgresql://h:1/d?user=u&password=p&loginTimeout= | its parameter loginTimeout is no number
          """)
  void a_fault_is_told_by_its_part_and_the_password_never(String url, String fault) {
    Environment environment = new Environment(Map.of("DATABASE_URL", url));

    assertThatThrownBy(() -> DatabaseSetting.of(environment))
        .isInstanceOf(SettingException.class)
        .hasMessageStartingWith("DATABASE_URL is malformed: " + fault)
        .hasMessageEndingWith(". Set it to " + DatabaseUrl.FORM)
        .hasMessageNotContaining("hunter")
        .hasMessageNotContaining("ter2")
        .hasNoCause();
  }

  @ParameterizedTest
  @CsvSource({
    "'\n', character 48 is U+000A LINE FEED (LF)",
    "'\r\n', character 48 is U+000D CARRIAGE RETURN (CR)",
    "' ', character 48 is U+0020 SPACE",
    "'\t', character 48 is U+0009 CHARACTER TABULATION",
    "'\u200B', character 48 is U+200B ZERO WIDTH SPACE"
  })
  void what_nobody_sees_at_its_end_is_told(String end, String found) {
    Environment environment = new Environment(Map.of("DATABASE_URL", BEGINS + "hunter2" + end));

    assertThatThrownBy(() -> DatabaseSetting.of(environment))
        .hasMessageStartingWith("DATABASE_URL is malformed: its " + found)
        .hasMessageNotContaining("hunter");
  }

  @Test
  void user_and_password_are_said_to_be_percent_encoded() {
    assertThat(DatabaseUrl.FORM).contains("percent-encoded");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "jdbc:postgresql://h/d?user=u&password=p&sslrootcert=system",
        "jdbc:postgresql://h/d?user=u&password=p&sslmode=verify-full&sslrootcert=system",
        "jdbc:postgresql://127.0.0.1/d?user=u&password=p&sslrootcert=system",
        "jdbc:postgresql://h/d?sslrootcert=system&sslnegotiation=direct&channel_binding=require&user=u&password=p"
      })
  void what_stands_in_the_connection_strings_planetscale_shows_works(String url) {
    DatabaseUrl read = DatabaseUrl.parse(url);

    assertThat(read.reveal())
        .contains("sslmode=verify-full", "sslfactory=org.postgresql.ssl.DefaultJavaSSLFactory")
        .doesNotContain("sslrootcert", "sslnegotiation", "channel_binding");
    assertThat(read.protection()).isEqualTo(DatabaseUrl.Protection.VERIFIED);
    assertThat(DatabaseUrl.parse(read.as("v", "q").reveal()).reveal())
        .isEqualTo(read.as("v", "q").reveal());
    if (url.contains("direct")) {
      assertThat(read.reveal()).contains("sslNegotiation=direct", "channelBinding=require");
    }
  }

  @ParameterizedTest
  @CsvSource({
    "any, any",
    "read-write, primary",
    "primary, primary",
    "read-only, secondary",
    "standby, secondary",
    "prefer-standby, preferSecondary"
  })
  void what_libpq_says_of_the_server_is_said_in_the_driver_s_words(String libpq, String driver) {
    assertThat(
            DatabaseUrl.parse(
                    "jdbc:postgresql://h/d?user=u&password=p&target_session_attrs=" + libpq)
                .reveal())
        .contains("targetServerType=" + driver + "&");
  }

  @ParameterizedTest
  @CsvSource({
    "sslmode=require, sslmode=require protects less than verify-full",
    "sslmode=verify-ca, sslmode=verify-ca protects less than verify-full",
    "sslmode=verify_full, sslmode has a value that there is not",
    "sslmode=hunter2, sslmode has a value that there is not",
    "sslmode=require&sslrootcert=system, sslmode=require protects less than verify-full",
    "sslfactory=org.postgresql.ssl.NonValidatingFactory, sslfactory must not switch the check off"
  })
  void a_weaker_protection_is_told(String parameter, String fault) {
    Environment environment =
        new Environment(
            Map.of("DATABASE_URL", "jdbc:postgresql://h/d?user=u&password=hunter2&" + parameter));

    assertThatThrownBy(() -> DatabaseSetting.of(environment))
        .hasMessageStartingWith("DATABASE_URL is malformed: " + fault)
        .hasMessageNotContaining("hunter2");
  }

  @Test
  void a_weaker_mode_with_the_system_s_certificates_is_refused_for_this_machine_too() {
    assertThatThrownBy(
            () ->
                DatabaseUrl.parse(
                    "jdbc:postgresql://127.0.0.1/d?user=u&password=p&sslmode=require&sslrootcert=system"))
        .hasMessageContaining("sslrootcert=system goes with verify-full alone");
  }
}
