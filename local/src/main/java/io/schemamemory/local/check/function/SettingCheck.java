package io.schemamemory.local.check.function;

import io.schemamemory.local.check.model.CheckedFunction;
import io.schemamemory.local.check.model.CheckedTemplate;
import io.schemamemory.local.check.model.Defect;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/// A function declares the environment variables that its code reads, and no others.
public final class SettingCheck {
  /// Set by Lambda or by its layers themselves.
  private static final String LAMBDAS_OWN = "(AWS|PARAMETERS_SECRETS_EXTENSION)_.*";

  /// Read outside AWS only: a stand-in's address, a secret in clear, a server without TLS.
  private static final Set<String> OUTSIDE_AWS =
      Set.of("DATABASE_TLS", "PLANETSCALE_API_URL", "WEBHOOK_SECRETS");

  /// Read by the JVM, and by AWS's layer.
  private static final String READ_BY_OTHERS =
      "JAVA_TOOL_OPTIONS|(SECRETS_MANAGER|PARAMETERS_SECRETS_EXTENSION)_.*";

  private SettingCheck() {}

  public static Stream<Defect> of(CheckedTemplate template) {
    return template.functions().stream()
        .filter(function -> function.code().isKnown())
        .flatMap(SettingCheck::of);
  }

  private static Stream<Defect> of(CheckedFunction function) {
    Set<String> declared = new TreeSet<>(function.variables().entries().keySet());
    declared.removeIf(name -> name.matches(READ_BY_OTHERS));
    Set<String> read = new TreeSet<>(function.code().settings());
    read.removeIf(name -> name.matches(LAMBDAS_OWN) || OUTSIDE_AWS.contains(name));
    return Stream.concat(
        read.stream()
            .filter(name -> !declared.contains(name))
            .map(name -> function.defect("Environment: lacks " + name + ", which its code reads")),
        declared.stream()
            .filter(name -> !read.contains(name))
            .map(
                name ->
                    function.defect("Environment: has " + name + ", which its code never reads")));
  }
}
