package io.schemamemory.secrets;

import io.schemamemory.settings.Environment;

/// Reads from the environment how to ask AWS's layer.
final class ExtensionSetting {
  /// Where AWS's layer listens; the layer itself reads it, too.
  static final String PORT = "PARAMETERS_SECRETS_EXTENSION_HTTP_PORT";

  private static final String TOKEN = "AWS_SESSION_TOKEN";

  /// What a function under SnapStart has instead.
  private static final String CONTAINER_TOKEN = "AWS_CONTAINER_AUTHORIZATION_TOKEN";

  private ExtensionSetting() {}

  /// The layer that listens on the port of [#PORT].
  static SecretsExtension of(Environment environment) {
    if (!environment.isSnapStart()) {
      // There it may come with the restore, after which each reading looks for it.
      var _ = token(environment);
    }
    int port = environment.required(PORT, "a port number, such as 2773", ExtensionSetting::port);
    return new SecretsExtension(port, () -> token(environment));
  }

  private static String token(Environment environment) {
    return environment.required(
        environment.isSet(TOKEN) || !environment.isSet(CONTAINER_TOKEN) ? TOKEN : CONTAINER_TOKEN,
        "what Lambda sets it to, or under SnapStart " + CONTAINER_TOKEN,
        Environment::plain);
  }

  private static int port(String text) {
    int port = Integer.parseInt(text);
    if (port < 1 || port > 65_535) {
      throw new IllegalArgumentException("no such port");
    }
    return port;
  }
}
