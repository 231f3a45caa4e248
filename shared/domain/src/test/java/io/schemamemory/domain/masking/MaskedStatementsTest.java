package io.schemamemory.domain.masking;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// A statement's secrets go; everything else stays as it was written.
class MaskedStatementsTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      quoteCharacter = '\u0001',
      textBlock =
          """
          CREATE USER 'app'@'%' IDENTIFIED BY 'hunter2' ~ CREATE USER 'app'@'%' IDENTIFIED BY '(a secret)'
          create user app identified by "hun""ter2" ~ create user app identified by "(a secret)"
          ALTER USER a IDENTIFIED/* x */BY -- 'y ~ ALTER USER a IDENTIFIED/* x */BY -- 'y
          ALTER USER a IDENTIFIED /* 'x' */ BY 'hun\\'ter2' ~ ALTER USER a IDENTIFIED /* 'x' */ BY '(a secret)'
          ALTER USER a /*!80000 IDENTIFIED BY 'hunter2' */ ~ ALTER USER a /*!80000 IDENTIFIED BY '(a secret)' */
          ALTER USER a IDENTIFIED WITH 'caching_sha2_password' BY 'hunter2' REPLACE 'hunter1' RETAIN CURRENT PASSWORD ~ ALTER USER a IDENTIFIED WITH 'caching_sha2_password' BY '(a secret)' REPLACE '(a secret)' RETAIN CURRENT PASSWORD
          CREATE USER a IDENTIFIED WITH x AS 0x24412430 ~ CREATE USER a IDENTIFIED WITH x AS '(a secret)'
          CREATE USER a IDENTIFIED BY PASSWORD '*94BD', b IDENTIFIED BY 'x' REQUIRE SUBJECT '/CN=b' ~ CREATE USER a IDENTIFIED BY PASSWORD '(a secret)', b IDENTIFIED BY '(a secret)' REQUIRE SUBJECT '/CN=b'
          CREATE USER a IDENTIFIED VIA ed25519 USING PASSWORD('hunter2') ~ CREATE USER a IDENTIFIED VIA ed25519 USING PASSWORD('(a secret)')
          GRANT ALL ON *.* TO 'a'@'h' IDENTIFIED BY 'hunter2' ~ GRANT ALL ON *.* TO 'a'@'h' IDENTIFIED BY '(a secret)'
          SET PASSWORD FOR 'a'@'h' = 'hunter2' ~ SET PASSWORD FOR 'a'@'h' = '(a secret)'
          SET PASSWORD = PASSWORD('hunter2') ~ SET PASSWORD = PASSWORD('(a secret)')
          SET PASSWORD FOR a TO 'hunter2' ~ SET PASSWORD FOR a TO '(a secret)'
          CREATE USER a IDENTIFIED BY 'hunter2' 'tail' ~ CREATE USER a IDENTIFIED BY '(a secret)' '(a secret)'
          CREATE USER a IDENTIFIED BY 'never ends ~ CREATE USER a IDENTIFIED BY '(a secret)
          CREATE USER a COMMENT 'key hunter2' ~ CREATE USER a COMMENT '(a secret)'
          CREATE USER a ATTRIBUTE '{"k": "hunter2"}' ~ CREATE USER a ATTRIBUTE '(a secret)'
          CREATE SERVER s FOREIGN DATA WRAPPER mysql OPTIONS (HOST 'h', USER 'jane', PASSWORD 'hunter2', DATABASE 'd') ~ CREATE SERVER s FOREIGN DATA WRAPPER mysql OPTIONS (HOST 'h', USER '(a secret)', PASSWORD '(a secret)', DATABASE 'd')
          CREATE TABLE f (id int) ENGINE=FEDERATED CONNECTION='mysql://jane:hunter2@h:3306/d/t' ~ CREATE TABLE f (id int) ENGINE=FEDERATED CONNECTION='(a secret)'
          CREATE TABLE f (id int) ENGINE=FEDERATED CONNECTION 'srv/t' ~ CREATE TABLE f (id int) ENGINE=FEDERATED CONNECTION 'srv/t'
          CHANGE MASTER TO MASTER_HOST='h', MASTER_PASSWORD='hunter2' ~ CHANGE MASTER TO MASTER_HOST='h', MASTER_PASSWORD='(a secret)'
          START REPLICA USER='repl' PASSWORD='hunter2' ~ START REPLICA USER='repl' PASSWORD='(a secret)'
          ALTER ROLE jane WITH ENCRYPTED PASSWORD 'hunter2' VALID UNTIL '2030-01-01' ~ ALTER ROLE jane WITH ENCRYPTED PASSWORD '(a secret)' VALID UNTIL '2030-01-01'
          CREATE ROLE j PASSWORD E'hun\\'ter2' ~ CREATE ROLE j PASSWORD E'(a secret)'
          CREATE ROLE j PASSWORD $x$hunter2$x$ ~ CREATE ROLE j PASSWORD $x$(a secret)$x$
          CREATE ROLE j PASSWORD U&'hunter2' ~ CREATE ROLE j PASSWORD U&'(a secret)'
          CREATE USER MAPPING FOR j SERVER s OPTIONS (path 'C:\\', user 'jane', password 'hunter2') ~ CREATE USER MAPPING FOR j SERVER s OPTIONS (path 'C:\\', user '(a secret)', password '(a secret)')
          ALTER USER MAPPING FOR j SERVER s OPTIONS (SET password 'hunter2') ~ ALTER USER MAPPING FOR j SERVER s OPTIONS (SET password '(a secret)')
          CREATE SUBSCRIPTION s CONNECTION 'host=h password=hunter2' PUBLICATION p ~ CREATE SUBSCRIPTION s CONNECTION '(a secret)' PUBLICATION p
          CREATE VIEW v AS SELECT * FROM dblink('host=h user=jane password=hunter2', 'select 1') AS t(a int) ~ CREATE VIEW v AS SELECT * FROM dblink('host=h user=jane password=(a secret)', 'select 1') AS t(a int)
          COMMENT ON ROLE jane IS 'key hunter2' ~ COMMENT ON ROLE jane IS '(a secret)'
          ALTER DATABASE d SET "app.jwt_secret" TO 'hunter2' ~ ALTER DATABASE d SET "app.jwt_secret" TO '(a secret)'
          ALTER TABLE t ADD c varbinary(99) AS (aes_encrypt(name, 'hunter2')) ~ ALTER TABLE t ADD c varbinary(99) AS (aes_encrypt(name, '(a secret)'))
          PREPARE s FROM 'ALTER USER a IDENTIFIED BY ''hunter2''' ~ PREPARE s FROM '(a secret)'
          CREATE FUNCTION f() RETURNS void AS $$ ALTER ROLE j PASSWORD 'hunter2' $$ ~ CREATE FUNCTION f() RETURNS void AS $$ ALTER ROLE j PASSWORD '(a secret)' $$
          ALTER TABLE t ADD k varchar(99) DEFAULT 'pscale_pw_nightingale' ~ ALTER TABLE t ADD k varchar(99) DEFAULT '(a secret)'
          ALTER TABLE t ADD k int COMMENT 'ask jane@example.com, +1 415 555 0132' ~ ALTER TABLE t ADD k int COMMENT 'ask (an e-mail address), (a telephone number)'
          ALTER TABLE t COMMENT = 'from 203.0.113.7' ~ ALTER TABLE t COMMENT = 'from (an IP address)'
          COMMENT ON COLUMN t.c IS 'ask jane@example.com' ~ COMMENT ON COLUMN t.c IS 'ask (an e-mail address)'
          CREATE DEFINER=`root`@`10.0.0.1` VIEW v AS SELECT 1 ~ CREATE DEFINER=`root`@`(an IP address)` VIEW v AS SELECT 1
          GRANT SELECT ON d.* TO 'jane@example.com'@'203.0.113.7' ~ GRANT SELECT ON d.* TO '(an e-mail address)'@'(an IP address)'
          DROP TABLE t /* ask jane@example.com */ ~ DROP TABLE t /* ask (an e-mail address) */
          DROP TABLE t -- was: ALTER USER a IDENTIFIED BY 'hunter2' ~ DROP TABLE t -- was: ALTER USER a IDENTIFIED BY '(a secret)'
          DROP TABLE t; CREATE USER a COMMENT 'hunter2' ~ DROP TABLE t; CREATE USER a COMMENT '(a secret)'
          CREATE USER a IDENTIFIED BY hunter2 ~ CREATE USER a IDENTIFIED BY '(a secret)'
          CREATE USER a IDENTIFIED BY `hunter2`, b IDENTIFIED BY X'00' ~ CREATE USER a IDENTIFIED BY `(a secret)`, b IDENTIFIED BY X'(a secret)'
          CREATE USER MAPPING FOR j SERVER s OPTIONS (sslpassword 'hunter2') ~ CREATE USER MAPPING FOR j SERVER s OPTIONS (sslpassword '(a secret)')
          CREATE PROCEDURE p() BEGIN SET PASSWORD FOR a = 'hunter2'; END ~ CREATE PROCEDURE p() BEGIN SET PASSWORD FOR a = '(a secret)'; END
          CREATE EVENT e DO CREATE USER a COMMENT 'hunter2' ~ CREATE EVENT e DO CREATE USER a COMMENT '(a secret)'
          SELECT set_config('app.jwt_secret', 'hunter2', false) ~ SELECT set_config('app.jwt_secret', '(a secret)', false)
          DO $$ BEGIN EXECUTE format('ALTER ROLE j PASSWORD %L', 'hunter2'); END $$ ~ DO $$ BEGIN EXECUTE format('ALTER ROLE j PASSWORD %L', '(a secret)'); END $$
          CREATE FUNCTION f() AS 'select pgp_sym_encrypt(x, ''hunter2'')' LANGUAGE sql ~ CREATE FUNCTION f() AS 'select pgp_sym_encrypt(x, ''(a secret)'')' LANGUAGE sql
          GRANT SELECT ON t TO a REQUIRE ISSUER '/CN=jane@example.com' ~ GRANT SELECT ON t TO a REQUIRE ISSUER '/CN=(an e-mail address)'
          """)
  void a_secret_goes_and_the_rest_stays(String statement, String shown) {
    assertThat(Masking.statement(statement)).isEqualTo(shown);
    assertThat(Masking.statement(shown)).isEqualTo(shown);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      quoteCharacter = '\u0001',
      textBlock =
          """
          ALTER TABLE `users` ADD COLUMN `password` varchar(255) NOT NULL DEFAULT 'none' COMMENT 'a hash'
          ALTER TABLE t ADD mail varchar(99) DEFAULT 'noreply@example.com', ADD ip varchar(45) DEFAULT '10.0.0.1'
          ALTER TABLE t ADD phone varchar(20) DEFAULT '+1 415 555 0132', ADD secret enum('a','b')
          ALTER TABLE user COMMENT 'all of them'
          ALTER TABLE t ADD api_key char(32) COLLATE utf8mb4_bin DEFAULT 'x', ADD KEY `password` (`password`)
          ALTER TABLE t ADD CONSTRAINT c CHECK (mail like '%@%')
          COMMENT ON COLUMN t.password IS 'a hash'
          CREATE DEFINER=`root`@`%` VIEW v AS SELECT 1
          ALTER USER a PASSWORD EXPIRE INTERVAL 90 DAY
          INSERT INTO t VALUES ('it''s', "x\\"y", $$a$$)
          ALTER TABLE t ADD d varchar(9) DEFAULT '2026-05-02', ADD v varchar(9) DEFAULT '8.0.34'
          CREATE INDEX i ON t ((data #>> '{a,b}')); -- it's
          ALTER USER a IDENTIFIED BY RANDOM PASSWORD
          CREATE TABLE t (a varchar(9) DEFAULT 'it''s jane@example.com', subject varchar(9) DEFAULT 'j@example.com')
          CREATE TRIGGER x BEFORE INSERT ON t FOR EACH ROW BEGIN SET NEW.a = 'x'; END
          """)
  void what_is_no_secret_stays(String statement) {
    assertThat(Masking.statement(statement)).isEqualTo(statement);
  }

  @Test
  void lines_stay() {
    String statement = "ALTER TABLE t\n  -- it's jane's\n  ADD c int COMMENT 'x\ny'";
    assertThat(Masking.statement(statement)).isEqualTo(statement);
  }
}
