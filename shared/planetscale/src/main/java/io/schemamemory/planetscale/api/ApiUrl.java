package io.schemamemory.planetscale.api;

import java.net.URI;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The address of PlanetScale's API; a service token is sent nowhere else.
public final class ApiUrl {
  /// The variable that holds it.
  public static final String VARIABLE = "PLANETSCALE_API_URL";

  /// The expected form, for messages.
  public static final String FORM =
      "https://HOST[:PORT]/PATH, such as https://api.planetscale.com/v1; http only for 127.0.0.1,"
          + " [::1] or localhost";

  /// PlanetScale's own address.
  public static final ApiUrl PLANETSCALE = parse("https://api.planetscale.com/v1");

  private static final Set<String> THIS_MACHINE = Set.of("127.0.0.1", "[::1]", "localhost");

  private final String root;

  private ApiUrl(String root) {
    this.root = root;
  }

  /// Parses a URL. A token never travels unencrypted to another machine.
  ///
  /// @throws IllegalArgumentException if it is not of [#FORM]
  public static ApiUrl parse(String url) {
    URI uri = URI.create(url);
    @Nullable String host = uri.getHost();
    if (host == null
        || !isSafe(uri.getScheme(), host)
        || uri.getRawUserInfo() != null
        || uri.getRawQuery() != null
        || uri.getRawFragment() != null
        || !uri.normalize().equals(uri)) {
      throw new IllegalArgumentException("the address of PlanetScale's API looks like " + FORM);
    }
    return new ApiUrl(url.endsWith("/") ? url.substring(0, url.length() - 1) : url);
  }

  private static boolean isSafe(@Nullable String scheme, String host) {
    return "https".equals(scheme) || ("http".equals(scheme) && THIS_MACHINE.contains(host));
  }

  /// The address of a path.
  ///
  /// @param path begins with a slash and is encoded
  URI at(String path) {
    return URI.create(root + path);
  }

  @Override
  public String toString() {
    return root;
  }
}
