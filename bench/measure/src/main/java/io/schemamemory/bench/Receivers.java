package io.schemamemory.bench;

import io.schemamemory.local.runtime.Code;
import io.schemamemory.local.template.Function;
import io.schemamemory.local.template.SecretValues;
import io.schemamemory.local.template.Template;
import io.schemamemory.roles.Credentials;
import io.schemamemory.testkit.Samples;
import io.schemamemory.testkit.SecretsExtensionServer;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/// The ways to write the receiver: all declared as the template declares ours, memory included.
record Receivers(Variant floor, Variant ours, Variant restored, Variant framework) {

  /// @param extension where ours reads its secrets, as deployed; the others start with theirs
  static Receivers built(Path root, Credentials credentials, SecretsExtensionServer extension) {
    Function declared = declared(root, credentials, extension, "ReceiveWebhook");
    Code code = Code.built(root, declared);
    return new Receivers(
        new Variant(
            "floor",
            "a bare handler and the driver",
            as("Floor", "io.schemamemory.bench.floor.Floor", declared),
            Code.in(root.resolve("bench/floor/target/lambda"))),
        new Variant("ours", "functions/receive-webhook as built", declared, code),
        new Variant("restored", "the same, after its restore", declared.underSnapStart(), code),
        new Variant(
            "framework",
            "Micronaut, Hikari",
            as("Framework", "io.schemamemory.bench.micronaut.ReceiveWithMicronaut", declared),
            Code.in(root.resolve("bench/micronaut/target/lambda"))));
  }

  List<Variant> all() {
    return List.of(floor, ours, restored, framework);
  }

  /// A function as the template declares it.
  static Function declared(
      Path root, Credentials credentials, SecretsExtensionServer extension, String logicalId) {
    SecretValues secrets = new SecretValues(Map.of("schema-memory/database", credentials.reveal()));
    Map<String, String> coldly = Map.of("SnapStart", "None");
    return Template.function(root.resolve("template.yaml"), logicalId, secrets, coldly)
        .with("AWS_SESSION_TOKEN", extension.token())
        .with("PARAMETERS_SECRETS_EXTENSION_HTTP_PORT", Integer.toString(extension.port()));
  }

  private static Function as(String logicalId, String handler, Function declared) {
    return new Function(
        logicalId,
        declared.name(),
        handler,
        declared.timeout(),
        declared.memoryMegabytes(),
        declared.logFormat(),
        declared.snapStart(),
        declared.with("PLANETSCALE_WEBHOOK_SECRET", Samples.SECRET).environment(),
        List.of(),
        List.of());
  }
}
