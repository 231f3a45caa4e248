package io.schemamemory.local.template;

import java.util.Locale;

/// One route of the HTTP API; the path may hold `{name}` segments and end in `{name+}`.
public record Route(String method, String path) {
  /// The method with which a route takes every method.
  public static final String ANY = "ANY";

  static Route read(Property event) {
    String method = event.at("Method").text(ANY).toUpperCase(Locale.ROOT);
    String path = event.at("Path").text();
    if (!path.startsWith("/")) {
      throw event.at("Path").problem("does not start with a slash");
    }
    event.at("PayloadFormatVersion").mustBe("2.0");
    return new Route(method.equals("*") ? ANY : method, path);
  }

  /// In API Gateway's form: `POST /api/planetscale/webhooks`.
  public String key() {
    return method + " " + path;
  }
}
