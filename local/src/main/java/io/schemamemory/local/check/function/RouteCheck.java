package io.schemamemory.local.check.function;

import io.schemamemory.local.check.model.AsWritten;
import io.schemamemory.local.check.model.CheckedFunction;
import io.schemamemory.local.check.model.CheckedTemplate;
import io.schemamemory.local.check.model.Defect;
import io.schemamemory.local.check.model.References;
import io.schemamemory.local.check.model.SampleEvent;
import io.schemamemory.local.template.Property;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// A route belongs to an API of the template, a sample event comes by it, its code reads what
/// stands in its path; and every sample event has a route.
public final class RouteCheck {
  private static final Pattern PARAMETER = Pattern.compile("\\{(\\w+)\\+?}");
  private static final Pattern ROUTE_KEY = Pattern.compile("\"routeKey\": \"(\\w+ [^\"]+)\"");

  /// When API Gateway stops waiting, in seconds.
  private static final int GATEWAY = 30;

  private RouteCheck() {}

  public static Stream<Defect> of(CheckedTemplate template) {
    return template.functions().stream()
        .flatMap(
            function -> {
              List<String> samples = sampled(template, function);
              return Stream.of(
                      function.routes().flatMap(event -> route(template, function, event, samples)),
                      unrouted(function, samples),
                      doors(function))
                  .flatMap(found -> found)
                  .map(function::defect);
            });
  }

  private static Stream<String> route(
      CheckedTemplate template,
      CheckedFunction function,
      Map.Entry<String, Property> event,
      List<String> samples) {
    Property route = event.getValue();
    List<String> found = new ArrayList<>();
    if (References.in(route.at("ApiId").value()).stream()
        .noneMatch(name -> template.has(name, "AWS::Serverless::HttpApi"))) {
      found.add("ApiId names no API of the template");
    }
    PARAMETER
        .matcher(route.at("Path").text(""))
        .results()
        .map((MatchResult part) -> part.group(1))
        .filter(name -> !function.code().hasText(name))
        .forEach(
            name -> found.add("its path has {%s}, which its code never reads".formatted(name)));
    if (!samples.isEmpty() && !samples.contains(key(route))) {
      found.add("no sample event comes by " + key(route));
    }
    if (!AsWritten.of(route.at("PayloadFormatVersion")).matches("|2\\.0")) {
      found.add("its code reads events of PayloadFormatVersion 2.0");
    }
    if (function.timeoutSeconds() > GATEWAY) {
      found.add("API Gateway waits %d s, and Timeout is longer".formatted(GATEWAY));
    }
    return found.stream().map(what -> "Events." + event.getKey() + ": " + what);
  }

  private static Stream<String> unrouted(CheckedFunction function, List<String> samples) {
    return samples.stream()
        .filter(
            key -> function.routes().map(Map.Entry::getValue).noneMatch(it -> key(it).equals(key)))
        .map(key -> "Events: no route takes %s, as the sample events come".formatted(key));
  }

  private static Stream<String> doors(CheckedFunction function) {
    return function.properties().at("FunctionUrlConfig").isAbsent()
        ? Stream.empty()
        : Stream.of("FunctionUrlConfig: a second door, which no throttling guards");
  }

  private static String key(Property route) {
    return AsWritten.of(route.at("Method")).toUpperCase(java.util.Locale.ROOT)
        + " "
        + AsWritten.of(route.at("Path"));
  }

  private static List<String> sampled(CheckedTemplate template, CheckedFunction function) {
    return SampleEvent.of(template, function)
        .map(sample -> ROUTE_KEY.matcher(sample.text()))
        .filter(Matcher::find)
        .map(found -> found.group(1))
        .distinct()
        .toList();
  }
}
