package io.schemamemory.local.check.function;

import io.schemamemory.local.check.model.AsWritten;
import io.schemamemory.local.check.model.CheckedFunction;
import io.schemamemory.local.check.model.CheckedTemplate;
import io.schemamemory.local.check.model.Defect;
import io.schemamemory.local.template.Property;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// A function is built by the Makefile, for a runtime that can run what was compiled.
public final class BuildCheck {
  private static final Pattern RELEASE = Pattern.compile("<maven.compiler.release>(\\d+)<");

  private BuildCheck() {}

  public static Stream<Defect> of(CheckedTemplate template) {
    String makefile = read(template, "Makefile");
    String runtime = runtime(template);
    Property first = template.functions().getFirst().properties();
    return template.functions().stream()
        .flatMap(
            function -> {
              List<String> found = new ArrayList<>(built(template, function, makefile));
              found.addAll(run(function, runtime, first));
              return found.stream().map(function::defect);
            });
  }

  private static List<String> built(
      CheckedTemplate template, CheckedFunction function, String makefile) {
    List<String> found = new ArrayList<>();
    Property method = template.resource(function.id()).at("Metadata").at("BuildMethod");
    if (!AsWritten.of(method).equals("makefile")) {
      found.add("Metadata: BuildMethod is not makefile, so sam build cannot build it");
    }
    if (!makefile.contains(
        "\nbuild-%s: module = %s\n".formatted(function.id(), function.folder()))) {
      found.add("the Makefile has no build-" + function.id() + " for " + function.folder());
    }
    if (!AsWritten.of(function.properties().at("CodeUri")).equals(".")) {
      found.add("CodeUri: is not the project's folder, where the Makefile is");
    }
    return found;
  }

  private static List<String> run(CheckedFunction function, String runtime, Property first) {
    List<String> found = new ArrayList<>();
    Property own = function.properties();
    if (!AsWritten.of(own.at("Runtime")).equals(runtime)) {
      found.add(
          "Runtime: is %s, but the code is compiled for %s"
              .formatted(AsWritten.of(own.at("Runtime")), runtime));
    }
    if (!Objects.equals(own.at("Architectures").value(), first.at("Architectures").value())) {
      found.add("Architectures: differ from the other functions'");
    }
    if (!Objects.equals(own.at("VpcConfig").value(), first.at("VpcConfig").value())) {
      found.add("VpcConfig: differs from the other functions', which reach the same database");
    }
    return found;
  }

  private static String runtime(CheckedTemplate template) {
    Matcher release = RELEASE.matcher(read(template, "pom.xml"));
    return release.find() ? "java" + release.group(1) : "";
  }

  private static String read(CheckedTemplate template, String file) {
    try {
      return Files.readString(template.root().resolve(file));
    } catch (IOException unreadable) {
      throw new UncheckedIOException(file + " cannot be read", unreadable);
    }
  }
}
