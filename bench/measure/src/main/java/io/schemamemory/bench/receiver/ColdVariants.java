package io.schemamemory.bench.receiver;

import io.schemamemory.bench.harness.DeclaredFunction;
import io.schemamemory.local.runtime.Code;
import io.schemamemory.local.template.Function;
import io.schemamemory.roles.Credentials;
import io.schemamemory.testkit.Samples;
import io.schemamemory.testkit.webhook.SecretsExtensionServer;
import java.nio.file.Path;
import java.util.List;

/// The receivers whose cold starts are compared, all declared as `template.yaml` declares ours.
public record ColdVariants(
    ColdVariant floor, ColdVariant ours, ColdVariant restored, ColdVariant framework) {

  /// The receivers as the build left them.
  ///
  /// @param extension where our receiver reads its secrets; the others have theirs in the
  ///     environment
  public static ColdVariants built(
      Path root, Credentials credentials, SecretsExtensionServer extension) {
    Function declared = DeclaredFunction.of(root, credentials, extension, "ReceiveWebhook");
    Code code = Code.built(root, declared);
    return new ColdVariants(
        new ColdVariant(
            "floor",
            "a bare handler and the driver",
            as("Floor", "io.schemamemory.bench.floor.Floor", declared),
            Code.in(root.resolve("bench/floor/target/lambda"))),
        new ColdVariant("ours", "functions/receive-webhook as built", declared, code),
        new ColdVariant("restored", "the same, after its restore", declared.underSnapStart(), code),
        new ColdVariant(
            "framework",
            "Micronaut, Hikari",
            as("Framework", "io.schemamemory.bench.micronaut.ReceiveWithMicronaut", declared),
            Code.in(root.resolve("bench/micronaut/target/lambda"))));
  }

  List<ColdVariant> all() {
    return List.of(floor, ours, restored, framework);
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
