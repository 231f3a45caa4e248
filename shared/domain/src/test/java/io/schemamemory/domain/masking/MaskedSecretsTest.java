package io.schemamemory.domain.masking;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// A secret is known by its look, or by what stands before it.
class MaskedSecretsTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      quoteCharacter = '\u0001',
      textBlock =
          """
          use pscale_pw_nightingale123 now ~ use (a secret) now
          pscale_tkn_nightingale-1_2.x ~ (a secret)
          AKIAIOSFODNN7EXAMPLE ~ (a secret)
          ghp_abcdefghijklmnopqrstuvwxyz0123456789 ~ (a secret)
          sk_live_abcdefghijkl and sk-ant-abcdefghijklmnopqrstuv ~ (a secret) and (a secret)
          xoxb-1234567890-abc ~ (a secret)
          eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxIn0.c2lnbmF0dXJl ~ (a secret)
          -----BEGIN RSA PRIVATE KEY----- MIIE -----END RSA PRIVATE KEY----- x ~ (a secret) x
          -----BEGIN PRIVATE KEY----- MIIE never ends ~ (a secret)
          mysql://jane:hunter2@db.example.com/shop ~ mysql://(a secret)@db.example.com/shop
          postgresql://jane:hun/t@er#2@db.example.com/shop ~ postgresql://(a secret)@db.example.com/shop
          https://jane:hunter2@example.com/x ~ https://(a secret)@example.com/x
          Authorization: Bearer abcdefgh1234 ~ Authorization: Bearer (a secret)
          password=hunter2&x=1 ~ password=(a secret)&x=1
          DB_PASSWORD: hunter2, then ~ DB_PASSWORD: (a secret), then
          {"password":"hun \\" ter2","x":1} ~ {"password":(a secret),"x":1}
          api_key = 'hunter2' ~ api_key = (a secret)
          host=db user=jane password='hun ter2' ~ host=db user=jane password=(a secret)
          CREATE USER a IDENTIFIED BY 'hunter2' fails ~ CREATE USER a IDENTIFIED BY '(a secret)' fails
          ALTER USER a IDENTIFIED WITH 'x' AS "hunter2" ~ ALTER USER a IDENTIFIED WITH 'x' AS '(a secret)'
          SET PASSWORD FOR a = 'hunter2', ALTER ROLE j PASSWORD 'hunter2' ~ SET PASSWORD FOR a = '(a secret)', ALTER ROLE j PASSWORD '(a secret)'
          PGPASSWORD=hunter2 psql ~ PGPASSWORD=(a secret) psql
          PASSWORD('hunter2') ~ PASSWORD('(a secret)')
          the password is hunter2, pw: hunter2; pass=hunter2 ~ the password is (a secret), pw: (a secret); pass=(a secret)
          secretAccessKey=hunter2, "token": "hunter2" ~ secretAccessKey=(a secret), "token": (a secret)
          https://example.com/x?sig=hunter2&x=1 ~ https://example.com/x?sig=(a secret)&x=1
          https://hooks.slack.com/services/T0000/B0000/hunter2 ~ https://hooks.slack.com/services/(a secret)
          Authorization: token hunter2hunter2 ~ Authorization: token (a secret)
          xapp-1-A0123-hunter2 and dckr_pat_abcdefghijklmnopqrst ~ (a secret) and (a secret)
          """)
  void a_secret_goes(String text, String shown) {
    assertThat(Masking.text(text)).isEqualTo(shown);
    assertThat(Masking.text(shown)).isEqualTo(shown);
  }
}
