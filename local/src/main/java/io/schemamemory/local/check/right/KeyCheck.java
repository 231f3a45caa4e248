package io.schemamemory.local.check.right;

import io.schemamemory.local.check.model.AsWritten;
import io.schemamemory.local.check.model.CheckedTemplate;
import io.schemamemory.local.check.model.Defect;
import io.schemamemory.local.template.Property;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/// A key outlives its stack, and is rotated: without it nothing that was sealed can be read again.
public final class KeyCheck {
  private KeyCheck() {}

  public static Stream<Defect> of(CheckedTemplate template) {
    return template
        .ofType("AWS::KMS::Key")
        .flatMap(
            key ->
                problems(template.resource(key.getKey()), key.getValue()).stream()
                    .map(what -> new Defect(key.getKey(), what)));
  }

  private static List<String> problems(Property resource, Property key) {
    List<String> found = new ArrayList<>();
    for (String policy : List.of("DeletionPolicy", "UpdateReplacePolicy")) {
      if (!AsWritten.of(resource.at(policy)).startsWith("Retain")) {
        found.add(policy + ": does not retain it, and what it wraps cannot be read without it");
      }
    }
    if (!AsWritten.of(key.at("EnableKeyRotation")).equals("true")) {
      found.add("EnableKeyRotation: is not true");
    }
    if (AsWritten.of(key.at("Enabled")).equals("false")) {
      found.add("Enabled: is false, so nothing can be unwrapped");
    }
    return found;
  }
}
