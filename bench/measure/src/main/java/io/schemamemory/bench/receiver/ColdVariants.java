package io.schemamemory.bench.receiver;

import io.schemamemory.bench.harness.BenchSecrets;
import io.schemamemory.bench.harness.DeclaredFunction;
import io.schemamemory.local.runtime.Code;
import io.schemamemory.local.template.Function;
import io.schemamemory.roles.Credentials;
import io.schemamemory.roles.Login;
import io.schemamemory.testkit.Samples;
import java.nio.file.Path;
import java.util.List;

/// The receivers whose cold starts are compared, all declared as `template.yaml` declares ours.
public record ColdVariants(
    ColdVariant floor,
    ColdVariant ours,
    ColdVariant layer,
    ColdVariant restored,
    ColdVariant restoredWithLayer,
    ColdVariant framework) {

  /// The receivers as the build left them.
  ///
  /// @param stored where our receiver reads its secrets; the others have theirs in the environment
  public static ColdVariants built(Path root, Credentials credentials, BenchSecrets stored) {
    Function plain = DeclaredFunction.plain(root, credentials, "ReceiveWebhook");
    Function given =
        plain
            .with("PLANETSCALE_WEBHOOK_SECRET", Samples.SECRET)
            .with("DATABASE_URL", credentials.url(Login.RECEIVE_WEBHOOK).orElseThrow().reveal());
    Code code = Code.built(root, plain);
    return new ColdVariants(
        new ColdVariant(
            "floor",
            "a bare handler and the driver",
            as("Floor", "io.schemamemory.bench.floor.Floor", given),
            Code.in(root.resolve("bench/floor/target/lambda"))),
        new ColdVariant("ours", "functions/receive-webhook as built", stored.bySdk(plain), code),
        new ColdVariant("layer", "the same, with AWS's layer", stored.byLayer(plain), code),
        new ColdVariant(
            "restored", "ours after its restore", stored.bySdk(plain.underSnapStart()), code),
        new ColdVariant(
            "restored, layer",
            "with AWS's layer after its restore",
            stored.bySdk(stored.byLayer(plain.underSnapStart())),
            code),
        new ColdVariant(
            "framework",
            "Micronaut, Hikari",
            as("Framework", "io.schemamemory.bench.micronaut.ReceiveWithMicronaut", given),
            Code.in(root.resolve("bench/micronaut/target/lambda"))));
  }

  List<ColdVariant> all() {
    return List.of(floor, ours, layer, restored, restoredWithLayer, framework);
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
        declared.environment(),
        List.of(),
        List.of());
  }
}
