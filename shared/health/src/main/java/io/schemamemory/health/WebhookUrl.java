package io.schemamemory.health;

import io.schemamemory.settings.Environment;
import java.net.URI;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Where this installation receives webhooks; a source's name may follow.
public record WebhookUrl(String text) {
  /// The variable that holds it.
  public static final String VARIABLE = "WEBHOOK_URL";

  /// The expected form, for messages.
  public static final String FORM =
      "the stack's WebhookUrl, such as https://HOST/api/planetscale/webhooks";

  /// Reads the variable, if it is set.
  public static Optional<WebhookUrl> of(Environment environment) {
    return environment.optional(
        VARIABLE, FORM, url -> Optional.of(WebhookUrl.parse(url)), Optional.empty());
  }

  /// Parses a URL.
  ///
  /// @throws IllegalArgumentException if it is malformed
  public static WebhookUrl parse(String text) {
    URI uri = URI.create(text);
    @Nullable String scheme = uri.getScheme();
    if (scheme == null
        || !scheme.matches("https?")
        || uri.getHost() == null
        || uri.getRawUserInfo() != null
        || uri.getRawQuery() != null
        || uri.getRawFragment() != null) {
      throw new IllegalArgumentException(FORM);
    }
    return new WebhookUrl(text.endsWith("/") ? text.substring(0, text.length() - 1) : text);
  }

  /// Whether PlanetScale can post to it: it uses only https.
  public boolean isPublic() {
    return text.startsWith("https://");
  }

  /// Whether a URL leads to it, for any source.
  public boolean isPrefixOf(String url) {
    return url.equals(text) || url.startsWith(text + "/");
  }
}
