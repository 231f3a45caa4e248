package io.schemamemory.local;

import io.schemamemory.local.demo.Sender;
import io.schemamemory.local.template.Function;
import io.schemamemory.testkit.Samples;
import io.schemamemory.testkit.webhook.Signatures;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The text printed once everything is served, with commands to paste.
final class Welcome {
  private Welcome() {}

  static void print(LocalSettings settings, LocalRun run, Path root, Consumer<String> out) {
    Sender sender = Sender.of(settings.secrets().document().get());
    run.functions().forEach(function -> out.accept("function     " + describe(function)));
    out.accept(
        "invoke       POST "
            + run.uri().resolve("/2015-03-31/functions/")
            + "{LogicalId}/invocations");
    run.queues().ifPresent(queues -> out.accept("queues       SQS at " + queues + " (ElasticMQ)"));
    settings
        .secrets()
        .generated()
        .ifPresent(secret -> out.accept("secret       " + secret + " (made for this run)"));
    out.accept("");
    out.accept("Send a webhook:");
    out.accept(curl(run.uri().resolve(sender.path()), sender));
    out.accept("Normalize it now, instead of within a minute:");
    out.accept(
        "  curl -d '{}' "
            + run.uri().resolve("/2015-03-31/functions/NormalizeDeliveries/invocations"));
    out.accept("Read the memory:");
    Path url = root.relativize(run.database().readerUrlFile().toAbsolutePath());
    out.accept("  psql \"$(cat " + url + ")\" -c 'select occurred_at, entry from timeline'");
    out.accept("");
    out.accept("ready " + run.uri());
  }

  private static String describe(Function function) {
    String triggers =
        Stream.concat(
                function.routes().stream().map(route -> route.method() + " " + route.path()),
                function.schedules().stream()
                    .map(schedule -> "every " + schedule.every().toMinutes() + " min"))
            .collect(Collectors.joining(", "));
    return function + ": " + (triggers.isEmpty() ? "invoked by hand" : triggers);
  }

  private static String curl(URI webhooks, Sender sender) {
    String body =
        new String(Samples.payload("webhook.test"), StandardCharsets.UTF_8)
            .replaceFirst("\"timestamp\":\\d+", "\"timestamp\":" + Instant.now().getEpochSecond());
    String signature = sender.sign(body.getBytes(StandardCharsets.UTF_8));
    return "  curl -i -H 'Content-Type: application/json' -H '"
        + Signatures.HEADER
        + ": "
        + signature
        + "' -d '"
        + body.replace("'", "'\\''")
        + "' "
        + webhooks;
  }
}
