package io.schemamemory.sealing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EmailAddressTest {
  @ParameterizedTest
  @ValueSource(
      strings = {"jane.doe@example.com", "Jane.Doe@Example.COM", " jane.doe@example.com\n"})
  void case_and_surrounding_white_space_do_not_matter(String text) {
    assertThat(EmailAddress.parse(text)).contains(new EmailAddress("jane.doe@example.com"));
  }

  @Test
  void a_letter_written_as_two_characters_is_the_same_address() {
    assertThat(EmailAddress.parse("jose\u0301@example.com"))
        .isEqualTo(EmailAddress.parse("JOS\u00c9@example.com"))
        .isPresent();
  }

  @Test
  void every_letter_has_one_spelling() {
    for (int letter = Character.MIN_CODE_POINT; letter <= Character.MAX_CODE_POINT; letter++) {
      Optional<EmailAddress> address = EmailAddress.parse(Character.toString(letter) + "a@b");
      address.ifPresent(found -> assertThat(EmailAddress.parse(found.canonical())).contains(found));
    }
  }

  @Test
  void addresses_that_providers_may_distinguish_stay_different() {
    assertThat(EmailAddress.parse("jane.doe+a@example.com"))
        .isNotEqualTo(EmailAddress.parse("janedoe@example.com"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "jane",
        "@example.com",
        "jane@",
        "a@b@c",
        "jane doe@example.com",
        "a@b\0",
        "\ud83d@b"
      })
  void other_text_is_not_an_address(String text) {
    assertThat(EmailAddress.parse(text)).isEmpty();
  }

  @Test
  void neither_printing_nor_the_exception_reveals_it() {
    assertThat(EmailAddress.parse("canary@example.com").orElseThrow()).hasToString("EmailAddress");
    assertThatThrownBy(() -> new EmailAddress("Canary@example.com"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageNotContaining("anary");
  }
}
