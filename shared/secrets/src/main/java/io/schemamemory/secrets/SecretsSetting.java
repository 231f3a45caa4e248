package io.schemamemory.secrets;

import io.schemamemory.settings.Environment;

/// Reads from the environment which way leads to Secrets Manager.
public final class SecretsSetting {
  /// What a secret is named by, for messages.
  public static final String ID = "the name or the ARN of a secret in Secrets Manager";

  private static final String REGION = "AWS_REGION";

  private SecretsSetting() {}

  /// AWS's layer if its port is set, AWS's SDK otherwise; nothing is read, and nothing of the SDK
  /// loaded yet.
  ///
  /// @throws io.schemamemory.settings.SettingException if something is missing for it
  public static Secrets of(Environment environment) {
    return isByLayer(environment) ? ExtensionSetting.of(environment) : bySdk(environment);
  }

  /// Whether AWS's layer is asked; it answers only once an invocation has come.
  public static boolean isByLayer(Environment environment) {
    return environment.isSet(ExtensionSetting.PORT);
  }

  /// AWS's SDK, with credentials of its own.
  public static Secrets bySdk(Environment environment) {
    return new SdkSecrets(
        Endpoint.of(environment, region(environment)), FunctionCredentials.chain());
  }

  /// The secret that a variable names.
  public static String id(Environment environment, String name) {
    return environment.required(name, ID, Environment::plain);
  }

  private static String region(Environment environment) {
    return environment.required(
        REGION, "a region of AWS, such as us-east-1; Lambda sets it", Environment::plain);
  }
}
