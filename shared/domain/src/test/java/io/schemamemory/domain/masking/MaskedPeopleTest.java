package io.schemamemory.domain.masking;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What people and programs write may say how a person is reached.
class MaskedPeopleTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      quoteCharacter = '\u0001',
      textBlock =
          """
          ask jane@example.com. ~ ask (an e-mail address).
          (Jane.Doe+db@mail.example.co.uk) ~ ((an e-mail address))
          mailto:jane@example.com?x ~ mailto:(an e-mail address)?x
          email=jane@example.com, root@localhost ~ email=(an e-mail address), (an e-mail address)
          "jane doe"@example.com ~ (an e-mail address)
          'jane@example.com' ~ '(an e-mail address)'
          j\u00fcrgen@b\u00fccher.example and \u7530\u4e2d@\u4f8b.jp ~ (an e-mail address) and (an e-mail address)
          jane%40example.com, jane&#64;example.com ~ (an e-mail address), (an e-mail address)
          jane [at] example [dot] com ~ (an e-mail address)
          jane (at) example.com ~ (an e-mail address)
          jane@[192.0.2.1] ~ (an e-mail address)
          from 203.0.113.7, port 3306 ~ from (an IP address), port 3306
          http://203.0.113.7:8080/x ~ http://(an IP address):8080/x
          10.0.0.0/8 and [192.168.1.1] ~ (an IP address)/8 and [(an IP address)]
          at 203.0.113.7. ~ at (an IP address).
          ip-10-0-1-17.ec2.internal ~ (an IP address).ec2.internal
          2001:db8::1 or [2001:db8::1]:3306 ~ (an IP address) or [(an IP address)]:3306
          fe80::1%eth0, ::1 and ::ffff:10.0.0.1. ~ (an IP address), (an IP address) and (an IP address).
          2001:0db8:0000:0000:0000:ff00:0042:8329: it ~ (an IP address): it
          after the upgrade to version 8.0.34, host 10.0.0.5 ~ after the upgrade to version 8.0.34, host (an IP address)
          +1 415 555 0132 ~ (a telephone number)
          call +49 (0)30 1234567 or +14155550132. ~ call (a telephone number) or (a telephone number).
          tel:+1-415-555-0132 ~ tel:(a telephone number)
          0041 44 668 18 00 ~ (a telephone number)
          (415) 555-0132, 415-555-0132, 415.555.0132 ~ (a telephone number), (a telephone number), (a telephone number)
          1-800-555-0199 ~ (a telephone number)
          030/1234567 and 0171 1234567 ~ (a telephone number) and (a telephone number)
          (030) 1234 567, 06 12 34 56 78 ~ (a telephone number), (a telephone number)
          ring me at 555-0132 ~ ring me at (a telephone number)
          Phone: 4155550132 ~ Phone: (a telephone number)
          01712345678 ~ (a telephone number)
          jane[@]example.com, jane @ example.com, jane @example.com ~ (an e-mail address), (an e-mail address), (an e-mail address)
          jane at example dot co dot uk, jane&#x40;example.com, jane\\u0040example.com ~ (an e-mail address), (an e-mail address), (an e-mail address)
          node 203.0.113.7, vttablet 203.0.113.7:15991, mysql 10.0.0.5 ~ node (an IP address), vttablet (an IP address):15991, mysql (an IP address)
          mysql://203.0.113.7:3306/x, postgres://203.0.113.7/x ~ mysql://(an IP address):3306/x, postgres://(an IP address)/x
          build server 203.0.113.7, after the upgrade, host 203.0.113.9 fails ~ build server (an IP address), after the upgrade, host (an IP address) fails
          203.0.113.7-203.0.113.9, 203[.]0[.]113[.]7, 203.000.113.007 ~ (an IP address)-(an IP address), (an IP address), (an IP address)
          ec2-203-0-113-7.compute-1.amazonaws.com, 203-0-113-7.isp.example ~ (an IP address).compute-1.amazonaws.com, (an IP address).isp.example
          +1-415-555-0132x123, 415.555.0132x12 ~ (a telephone number)x123, (a telephone number)x12
          +1 415\u2011555\u20110132 or +49\u202f30\u202f1234567 ~ (a telephone number) or (a telephone number)
          \uff0b14155550132, +\u0664\u0669\u0663\u0660\u0661\u0662\u0663\u0664\u0665\u0666 ~ (a telephone number), (a telephone number)
          phone_number=4155550132, my number is 4155550132 ~ phone_number=(a telephone number), my number is (a telephone number)
          call Jane under 4155550132, text me at 555 0132 ~ call Jane under (a telephone number), text me at (a telephone number)
          """)
  void an_address_goes(String text, String shown) {
    assertThat(Masking.text(text)).isEqualTo(shown);
    assertThat(Masking.text(shown)).isEqualTo(shown);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      quoteCharacter = '\u0001',
      textBlock =
          """
          8.0.34, 19.0.4 and 5.7
          version 1.2.3.4, v1.2.3.4, MySQL 8.0.34.1, 1.2.3.4-rc1
          upgrade from 1.2.3.4 to 1.2.3.5
          Chrome/120.0.0.0 and 1.2.3.4.5
          @acme, vitess@19.0.4, `t`@, @@sql_mode, @x
          2026-05-02T17:52:35.797Z, 2026-05-02 17:52:35, 17:52:35, 02.05.2026, 2026/05/02
          call on 2026-05-02 17:52
          00:1b:44:11:3a:b7
          9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08
          123e4567-e89b-12d3-a456-426614174000
          1777744335, 1777744335000, 20260502, 123456789012
          id 4155550132
          pk8xsn2k4dvq, dr_42, #42
          errno 1062, sqlstate 23000, 65535 bytes
          varchar(255), decimal(10,2), numeric (10) 12
          'x'::text, id::bigint, std::string, a::b
          https://app.planetscale.com/acme/shop/deploy-requests/42
          in the ratio 3:4, 100-200 rows, 1 234 567
          1,234,567.89 and -12.5 %
          text is longer than 16777215 bytes, the call took 1234567 ms
          +1 234 567 rows, reach 2000000 rows, call on id 4155550132
          MySQL 8.0.34.1, Vitess 19.0.4.2, node 18.0.0.1, server version 1.2.3.4
          nginx/1.2.3.4, psdb 1.2.3.4, oid 1.3.6.1, some-agent/1.2.3.4
          @@global.sql_mode, SELECT @a, meet at noon, x-1-2-3-4, 1-2-3-4.tar
          password, ip, phone and email are columns
          caf\u00e9 \u2013 1\u202f234\u202f567
          """)
  void what_only_looks_like_one_stays(String text) {
    assertThat(Masking.text(text)).isEqualTo(text);
  }
}
