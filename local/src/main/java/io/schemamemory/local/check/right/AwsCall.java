package io.schemamemory.local.check.right;

import io.schemamemory.local.check.model.AsWritten;
import io.schemamemory.local.check.model.CheckedFunction;
import io.schemamemory.local.check.model.References;
import io.schemamemory.local.template.Property;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/// A call to AWS: the right it needs, what in the code makes it, and the settings that name what it
/// is made on.
record AwsCall(String action, List<String> classNames, List<String> settings) {
  static final AwsCall DECRYPT =
      new AwsCall("kms:Decrypt", List.of("KmsClient"), List.of("SEALING_KEY"));

  private static final AwsCall GET_SECRET =
      new AwsCall(
          "secretsmanager:GetSecretValue",
          List.of("SecretsExtension", "SdkSecrets"),
          List.of(
              "WEBHOOK_SECRETS_ID",
              "DATABASE_SECRET_ID",
              "PLANETSCALE_SECRET_ID",
              "SEALING_KEYSET_ID"));

  static final List<AwsCall> ALL =
      List.of(
          new AwsCall("sqs:SendMessage", List.of("SqsClient"), List.of("SPILL_QUEUE_URL")),
          DECRYPT,
          GET_SECRET);

  /// AWS ends a secret's ARN with six characters; a star would allow others with the same
  /// beginning.
  private static final String ENDING = "-??????";

  boolean isMadeBy(CheckedFunction function) {
    return classNames.stream().anyMatch(function.code()::names) && named(function).count() > 0;
  }

  /// The settings that name something, of those that the function's code reads.
  Stream<String> named(CheckedFunction function) {
    return settings.stream()
        .filter(function.code().settings()::contains)
        .filter(setting -> !resources(function.variables().at(setting)).isEmpty());
  }

  /// Whether a right on `onto` is one on what the setting names, and on nothing else.
  boolean isOn(Property setting, Property onto) {
    Set<String> named = resources(setting);
    if (named.isEmpty() || !References.in(onto.value()).containsAll(named)) {
      return false;
    }
    return !equals(GET_SECRET) || isSecret(setting, onto, "") || isSecret(setting, onto, ENDING);
  }

  /// Whether it is the right that the call needs.
  boolean isEnough(Property setting, Property onto) {
    return equals(GET_SECRET) ? isSecret(setting, onto, ENDING) : isOn(setting, onto);
  }

  private static boolean isSecret(Property setting, Property onto, String ending) {
    return AsWritten.of(onto).endsWith(":secret:" + name(setting) + ending);
  }

  private static Set<String> resources(Property setting) {
    Set<String> named = References.in(setting.value());
    named.removeIf(name -> name.startsWith("AWS::"));
    return named;
  }

  private static String name(Property setting) {
    String text = AsWritten.of(setting);
    return text.isEmpty() ? "${" + References.in(setting.value()).iterator().next() + "}" : text;
  }
}
