package io.schemamemory.sealing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.schemamemory.settings.Environment;
import io.schemamemory.settings.SettingException;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SealingSettingsTest {
  private static final String KEY =
      "aws-kms://arn:aws:kms:eu-central-1:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab";
  private static final String KEYSET =
      "{\"sealing\":{\"encryptedKeyset\":\"AQ==\"},\"hashing\":{\"encryptedKeyset\":\"AQ==\"}}";

  @Test
  void both_variables_are_read_without_a_network_call() {
    SealingSettings settings = settings(KEYSET, KEY);

    assertThat(settings.key()).hasToString(KEY);
    assertThat(settings.keysets().text()).isEqualTo(KEYSET);
    assertThat(settings).asString().doesNotContain("AQ==");
  }

  @Test
  void a_missing_variable_is_named_with_its_form() {
    assertThatThrownBy(() -> SealingSettings.of(new Environment(Map.of("SEALING_KEY", KEY))))
        .isInstanceOf(SettingException.class)
        .hasMessageStartingWith("SEALING_KEYSET is missing: set it to the JSON that bin/keyset");
    assertThatThrownBy(() -> SealingSettings.of(new Environment(Map.of("SEALING_KEYSET", KEYSET))))
        .isInstanceOf(SettingException.class)
        .hasMessage(
            "SEALING_KEY is missing: set it to aws-kms://arn:aws:kms:REGION:ACCOUNT:key/ID"
                + " or file:///PATH/TO/KEY");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "canary",
        "{}",
        "[]",
        "null",
        "{\"sealing\":{\"encryptedKeyset\":\"AQ==\"}}",
        "{\"sealing\":{},\"hashing\":{}}",
        "{\"sealing\":\"canary\",\"hashing\":[]}",
        "{\"sealing\":{\"encryptedKeyset\":\"AQ==\"},\"hashing\":{\"key\":[]}}"
      })
  void a_malformed_keyset_is_refused(String keyset) {
    assertThatThrownBy(() -> settings(keyset, KEY))
        .isInstanceOf(SettingException.class)
        .hasMessageStartingWith("SEALING_KEYSET is malformed: set it to the JSON that bin/keyset")
        .hasMessageNotContaining("canary");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/etc/key",
        "file:key",
        "file://host/key",
        "file:///a key",
        "file:///a?b",
        "file:///a#b",
        "https://example.com/key",
        "aws-kms://",
        "aws-kms://alias/sealing",
        "aws-kms://arn:aws:kms:eu-central-1:111122223333:alias/sealing",
        "aws-kms://arn:aws:kms:eu-central-1:1111:key/1234"
      })
  void a_malformed_key_is_refused(String key) {
    assertThatThrownBy(() -> settings(KEYSET, key))
        .isInstanceOf(SettingException.class)
        .hasMessageStartingWith("SEALING_KEY is malformed: set it to aws-kms://arn:aws:kms:");
  }

  @Test
  void a_line_feed_behind_the_key_is_told() {
    assertThatThrownBy(
            () -> settings(KEYSET, "aws-kms://arn:aws:kms:eu-central-1:111122223333:key/1234\n"))
        .isInstanceOf(SettingException.class)
        .hasMessageStartingWith("SEALING_KEY is malformed: its character 57 is U+000A LINE FEED")
        .hasMessageContaining("Set it to aws-kms://arn:aws:kms:");
  }

  private static SealingSettings settings(String keyset, String key) {
    return SealingSettings.of(
        new Environment(Map.of("SEALING_KEYSET", keyset, "SEALING_KEY", key)));
  }
}
