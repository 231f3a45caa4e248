package io.schemamemory.sealing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NetworkAddressTest {
  @ParameterizedTest
  @CsvSource({
    "203.0.113.7,203.0.113.7",
    "' 203.0.113.7\n',203.0.113.7",
    "::ffff:203.0.113.7,203.0.113.7",
    "::FFFF:CB00:7107,203.0.113.7",
    "2001:db8::1,2001:db8:0:0:0:0:0:1",
    "2001:0DB8:0:0::0001,2001:db8:0:0:0:0:0:1",
    "2001:db8:0:0:0:0:0.0.0.1,2001:db8:0:0:0:0:0:1",
    "::,0:0:0:0:0:0:0:0"
  })
  void all_spellings_of_an_address_are_one_address(String text, String canonical) {
    assertThat(NetworkAddress.parse(text)).contains(new NetworkAddress(canonical));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "localhost",
        "example.com",
        "1",
        "127.1",
        "203.0.113",
        "203.0.113.256",
        "203.0.113.07",
        "0x7f.0.0.1",
        "203.0.113.7:443",
        "203.0.113.0/24",
        "[::1]",
        "fe80::1%eth0",
        "fe80::1%1",
        "1::2::3",
        "12345::",
        ":",
        "a:b",
        "1:2:3:4:5:6:7:8:9"
      })
  void other_text_is_not_an_address_and_no_dns_lookup_is_made(String text) {
    assertThat(NetworkAddress.parse(text)).isEmpty();
  }

  @Test
  void neither_printing_nor_the_exception_reveals_it() {
    assertThat(NetworkAddress.parse("203.0.113.7").orElseThrow()).hasToString("NetworkAddress");
    assertThatThrownBy(() -> new NetworkAddress("2001:DB8::1"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasNoCause()
        .hasMessageNotContaining("DB8");
  }
}
