package io.schemamemory.local.check;

import io.schemamemory.local.template.Property;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// A route belongs to an API of the template, and its code reads what stands in its path.
final class RouteCheck {
  private static final Pattern PARAMETER = Pattern.compile("\\{(\\w+)\\+?}");

  private RouteCheck() {}

  static Stream<Defect> of(CheckedTemplate template) {
    return template.functions().stream()
        .flatMap(
            function ->
                function.properties().at("Events").entries().entrySet().stream()
                    .filter(event -> "HttpApi".equals(event.getValue().at("Type").value()))
                    .flatMap(event -> route(template, function, event)));
  }

  private static Stream<Defect> route(
      CheckedTemplate template, CheckedFunction function, Map.Entry<String, Property> event) {
    Property properties = event.getValue().at("Properties");
    Stream<Defect> api =
        References.in(properties.at("ApiId").value()).stream()
                .anyMatch(name -> template.has(name, "AWS::Serverless::HttpApi"))
            ? Stream.empty()
            : Stream.of(
                function.defect(
                    "Events." + event.getKey() + ": ApiId names no API of the template"));
    Stream<Defect> unread =
        PARAMETER
            .matcher(properties.at("Path").text(""))
            .results()
            .map((MatchResult found) -> found.group(1))
            .filter(name -> !function.code().hasText(name))
            .map(
                name ->
                    function.defect(
                        "Events.%s: its path has {%s}, which its code never reads"
                            .formatted(event.getKey(), name)));
    return Stream.concat(api, unread);
  }
}
