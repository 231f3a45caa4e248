package io.schemamemory.organizations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.schemamemory.planetscale.api.ApiUrl;
import io.schemamemory.settings.Environment;
import io.schemamemory.settings.SettingException;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class OrganizationSettingsTest {
  private static final Map<String, String> OWN =
      Map.of(
          "PLANETSCALE_ORGANIZATION", "acme",
          "PLANETSCALE_SERVICE_TOKEN_ID", "reader",
          "PLANETSCALE_SERVICE_TOKEN", "s3cret");
  private static final String MORE = "{\"beta\":\"other:t0ken\"}";

  @Test
  void one_organization_is_named_by_three_variables() {
    OrganizationSettings settings = OrganizationSettings.of(new Environment(OWN));

    assertThat(settings.own()).contains("acme");
    assertThat(settings.tokens()).containsOnlyKeys("acme");
    assertThat(settings.apiUrl()).isEqualTo(ApiUrl.PLANETSCALE);
  }

  @Test
  void more_organizations_stand_in_one_document() {
    OrganizationSettings settings = OrganizationSettings.of(ownAnd(MORE));

    assertThat(settings.own()).contains("acme");
    assertThat(settings.tokens()).containsOnlyKeys("acme", "beta");
  }

  @Test
  void the_document_alone_is_enough() {
    OrganizationSettings settings =
        OrganizationSettings.of(new Environment(Map.of(OrganizationSettings.TOKENS, MORE)));

    assertThat(settings.own()).isEmpty();
    assertThat(settings.tokens()).containsOnlyKeys("beta");
  }

  @Test
  void none_at_all_is_refused_by_name() {
    assertThatThrownBy(() -> OrganizationSettings.of(new Environment(Map.of())))
        .isInstanceOf(SettingException.class)
        .hasMessageStartingWith("PLANETSCALE_ORGANIZATION is missing");
  }

  @Test
  void no_secret_is_printed_or_repeated() {
    assertThat(OrganizationSettings.of(ownAnd(MORE)))
        .asString()
        .contains("acme", "beta")
        .doesNotContain("s3cret", "t0ken");
    assertThatThrownBy(() -> OrganizationSettings.of(ownAnd("{\"beta\":\"t0ken")))
        .hasMessageStartingWith(OrganizationSettings.TOKENS + " is malformed")
        .hasMessageNotContaining("t0ken");
  }

  @Test
  void a_character_nobody_sees_is_refused_although_the_document_escapes_it() {
    assertThatThrownBy(() -> OrganizationSettings.of(ownAnd("{\"beta\\u200b\":\"other:t0ken\"}")))
        .hasMessageStartingWith(
            OrganizationSettings.TOKENS
                + " is malformed: in an organization's name, character 5 is U+200B ZERO WIDTH"
                + " SPACE")
        .hasMessageNotContaining("t0ken");
    assertThatThrownBy(() -> OrganizationSettings.of(ownAnd("{\"beta\":\"other:t0ken\\u200b\"}")))
        .hasMessageStartingWith(OrganizationSettings.TOKENS + " is malformed")
        .hasMessageNotContaining("t0ken");
  }

  private static Environment ownAnd(String document) {
    Map<String, String> variables = new HashMap<>(OWN);
    variables.put(OrganizationSettings.TOKENS, document);
    return new Environment(variables);
  }
}
