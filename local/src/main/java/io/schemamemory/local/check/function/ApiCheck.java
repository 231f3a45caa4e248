package io.schemamemory.local.check.function;

import io.schemamemory.local.check.model.AsWritten;
import io.schemamemory.local.check.model.CheckedFunction;
import io.schemamemory.local.check.model.CheckedTemplate;
import io.schemamemory.local.check.model.Defect;
import io.schemamemory.local.template.Property;
import java.util.Map;
import java.util.stream.Stream;

/// An API bounds what strangers can cost, lets webhooks in, and logs what no function sees.
public final class ApiCheck {
  private ApiCheck() {}

  public static Stream<Defect> of(CheckedTemplate template) {
    return Stream.concat(
        template
            .ofType("AWS::Serverless::HttpApi")
            .flatMap(
                api ->
                    Stream.concat(throttled(api.getValue()), open(api.getValue()))
                        .map(what -> new Defect(api.getKey(), what))),
        template.whole().at("Outputs").entries().entrySet().stream()
            .filter(output -> !isAddress(template, AsWritten.of(output.getValue().at("Value"))))
            .map(output -> new Defect(output.getKey(), "Value: is the address of no route")));
  }

  /// Whether a text is the address of a route, or none at all.
  static boolean isAddress(CheckedTemplate template, String text) {
    return !text.contains(".ApiEndpoint}")
        || template.functions().stream()
            .flatMap(CheckedFunction::routes)
            .map(route -> AsWritten.of(route.getValue().at("Path")))
            .anyMatch(path -> text.endsWith("}" + path));
  }

  private static Stream<String> throttled(Property api) {
    Property settings = api.at("DefaultRouteSettings");
    return Stream.of("ThrottlingRateLimit", "ThrottlingBurstLimit")
        .filter(limit -> settings.at(limit).isAbsent() || AsWritten.isBelow(settings.at(limit), 10))
        .map(limit -> "DefaultRouteSettings: %s is missing, or refuses webhooks".formatted(limit));
  }

  private static Stream<String> open(Property api) {
    Map<String, String> wrong =
        Map.of(
            "Auth", "Auth: PlanetScale signs its webhooks, and sends nothing else to check",
            "DisableExecuteApiEndpoint",
                "DisableExecuteApiEndpoint: the webhooks' URL is that endpoint");
    Stream<String> set =
        Stream.of("Auth", "DisableExecuteApiEndpoint")
            .filter(key -> !api.at(key).isAbsent() && !AsWritten.of(api.at(key)).equals("false"))
            .map(wrong::get);
    return api.at("AccessLogSettings").isAbsent()
        ? Stream.concat(
            set, Stream.of("AccessLogSettings: are missing, so a throttled request is not seen"))
        : set;
  }
}
