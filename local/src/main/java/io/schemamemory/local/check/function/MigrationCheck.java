package io.schemamemory.local.check.function;

import io.schemamemory.local.check.model.AsWritten;
import io.schemamemory.local.check.model.CheckedFunction;
import io.schemamemory.local.check.model.CheckedTemplate;
import io.schemamemory.local.check.model.Defect;
import io.schemamemory.local.check.model.References;
import io.schemamemory.local.template.Property;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/// A deploy migrates whenever a migration is new, before any other function is there to use it.
public final class MigrationCheck {
  private static final String MIGRATION = "Custom::Migration";

  private MigrationCheck() {}

  public static Stream<Defect> of(CheckedTemplate template) {
    return template.functions().stream()
        .flatMap(
            function ->
                function.folder().equals("migrate-schema")
                    ? migrated(template, function)
                    : early(template, function));
  }

  private static Stream<Defect> early(CheckedTemplate template, CheckedFunction function) {
    return AsWritten.items(template.resource(function.id()).at("DependsOn"))
            .map(AsWritten::of)
            .anyMatch(id -> template.has(id, MIGRATION))
        ? Stream.empty()
        : Stream.of(function.defect("DependsOn: is not the migration, so it may run before it"));
  }

  private static Stream<Defect> migrated(CheckedTemplate template, CheckedFunction function) {
    List<Defect> found = new ArrayList<>();
    template
        .ofType(MIGRATION)
        .filter(
            one -> References.in(one.getValue().at("ServiceToken").value()).contains(function.id()))
        .forEach(
            one ->
                problems(template, function, one.getValue())
                    .forEach(what -> found.add(new Defect(one.getKey(), what))));
    if (template
        .ofType(MIGRATION)
        .noneMatch(
            one ->
                References.in(one.getValue().at("ServiceToken").value()).contains(function.id()))) {
      found.add(function.defect("no " + MIGRATION + " invokes it when the stack is deployed"));
    }
    return found.stream();
  }

  private static List<String> problems(
      CheckedTemplate template, CheckedFunction function, Property migration) {
    List<String> found = new ArrayList<>();
    if (migration.at("ServiceTimeout").number(3_600) < function.timeoutSeconds()) {
      found.add("ServiceTimeout: is less than the Timeout of " + function.id());
    }
    String newest = newest(template);
    if (!AsWritten.of(migration.at("NewestMigration")).equals(newest)) {
      found.add("NewestMigration: is not " + newest + ", so a deploy does not migrate");
    }
    return found;
  }

  private static String newest(CheckedTemplate template) {
    try {
      return Files.readAllLines(template.root().resolve("migrations/index.txt"))
          .getLast()
          .split(" ", 2)[0];
    } catch (IOException unreadable) {
      throw new UncheckedIOException("migrations/index.txt cannot be read", unreadable);
    }
  }
}
