package io.schemamemory.local.check;

import io.schemamemory.local.check.model.CheckedTemplate;
import io.schemamemory.local.check.model.Defect;
import io.schemamemory.local.check.model.References;
import io.schemamemory.local.template.Property;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/// Whatever is referred to is there, and whatever is a parameter is referred to.
final class ReferenceCheck {
  private ReferenceCheck() {}

  static Stream<Defect> of(CheckedTemplate template) {
    Property whole = template.whole();
    Set<String> parameters = whole.at("Parameters").entries().keySet();
    Set<String> used = new TreeSet<>();
    for (String part : new String[] {"Conditions", "Globals", "Resources", "Outputs", "Rules"}) {
      used.addAll(References.in(whole.at(part).value()));
    }
    Stream<Defect> unused =
        parameters.stream()
            .filter(name -> !used.contains(name))
            .map(name -> new Defect(name, "a parameter that nothing uses"));
    Stream<Defect> unknown =
        Stream.of("Resources", "Outputs")
            .flatMap(part -> whole.at(part).entries().entrySet().stream())
            .flatMap(entry -> unknown(template, parameters, entry));
    return Stream.concat(unused, unknown);
  }

  private static Stream<Defect> unknown(
      CheckedTemplate template, Set<String> parameters, Map.Entry<String, Property> entry) {
    return References.in(entry.getValue().value()).stream()
        .filter(name -> !name.contains(":"))
        .filter(name -> !parameters.contains(name) && !isResource(template, name))
        .map(
            name ->
                new Defect(
                    entry.getKey(),
                    "refers to " + name + ", which is neither parameter nor resource"));
  }

  /// SAM adds resources: a function's role, its version and alias, an API's stage.
  private static boolean isResource(CheckedTemplate template, String name) {
    return template.resources().containsKey(name)
        || template.resources().keySet().stream()
            .anyMatch(
                id ->
                    name.matches(
                        id
                            + "(Role|Version.*|Alias.*|\\.Version|\\.Alias|ApiGatewayDefaultStage|\\.Stage)"));
  }
}
