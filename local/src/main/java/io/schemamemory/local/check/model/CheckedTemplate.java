package io.schemamemory.local.check.model;

import io.schemamemory.local.check.code.BundleCode;
import io.schemamemory.local.template.Globals;
import io.schemamemory.local.template.Property;
import io.schemamemory.local.template.TemplateException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// A template, nothing of it resolved, beside the code it deploys.
///
/// @param root the checkout
/// @param whole the template itself
/// @param resources every resource by its logical id
public record CheckedTemplate(
    Path root, Property whole, Map<String, Property> resources, List<CheckedFunction> functions) {
  private static final String FUNCTION = "AWS::Serverless::Function";

  /// Reads a template.
  ///
  /// @throws TemplateException if it is not YAML, or declares no function
  public static CheckedTemplate of(String text, BundleCode code) {
    Property template = Property.unresolved(text);
    Property globals = template.at("Globals").at("Function");
    Map<String, Property> resources = new LinkedHashMap<>(template.at("Resources").entries());
    List<CheckedFunction> functions =
        ofType(resources, FUNCTION).map(entry -> function(entry, globals, code)).toList();
    if (functions.isEmpty()) {
      throw new TemplateException("it declares no function");
    }
    return new CheckedTemplate(code.root(), template, resources, functions);
  }

  private static CheckedFunction function(
      Map.Entry<String, Property> resource, Property globals, BundleCode code) {
    Property own = resource.getValue();
    Property merged = own.with(Globals.merge(globals.value(), own.value()));
    String folder = CheckedFunction.folder(resource.getKey());
    return new CheckedFunction(resource.getKey(), folder, merged, code.of(folder));
  }

  /// The properties of every resource of a type.
  public Stream<Map.Entry<String, Property>> ofType(String type) {
    return ofType(resources, type);
  }

  public boolean has(String logicalId, String type) {
    return type.equals(resource(logicalId).at("Type").value());
  }

  /// The whole resource, with its condition, policies of deletion and metadata; empty if there is
  /// none.
  public Property resource(String logicalId) {
    return resources.getOrDefault(logicalId, whole.with(null));
  }

  private static Stream<Map.Entry<String, Property>> ofType(
      Map<String, Property> resources, String type) {
    return resources.entrySet().stream()
        .filter(entry -> type.equals(entry.getValue().at("Type").value()))
        .map(entry -> Map.entry(entry.getKey(), entry.getValue().at("Properties")));
  }
}
