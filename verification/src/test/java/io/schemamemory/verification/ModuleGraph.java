package io.schemamemory.verification;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/// Which module's main classes use which other modules' classes.
///
/// @param uses the modules that each module uses directly
record ModuleGraph(Map<String, Set<String>> uses) {

  /// Reads the compiled classes; fails if a module has not been compiled.
  static ModuleGraph ofClasses() {
    Map<String, JavaClasses> classes =
        Project.modules().collect(Collectors.toMap(ModuleGraph::name, ModuleGraph::classes));
    Map<String, String> owners = new HashMap<>();
    classes.forEach(
        (module, own) -> own.forEach(javaClass -> owners.put(javaClass.getFullName(), module)));
    Map<String, Set<String>> uses = new TreeMap<>();
    classes.forEach((module, own) -> uses.put(module, used(module, own, owners)));
    return new ModuleGraph(uses);
  }

  private static String name(Path module) {
    return Project.ROOT.relativize(module).toString().replaceFirst("^(shared|functions)/", "");
  }

  private static JavaClasses classes(Path module) {
    return new ClassFileImporter().importPath(module.resolve("target/classes"));
  }

  private static Set<String> used(String module, JavaClasses own, Map<String, String> owners) {
    Set<String> used = new TreeSet<>();
    for (JavaClass javaClass : own) {
      for (Dependency dependency : javaClass.getDirectDependenciesFromSelf()) {
        String target = dependency.getTargetClass().getBaseComponentType().getFullName();
        String owner = owners.getOrDefault(target, module);
        if (!owner.equals(module)) {
          used.add(owner);
        }
      }
    }
    return used;
  }

  /// The modules on a cycle, or above one; empty if there is none.
  Set<String> cycles() {
    Set<String> left = new TreeSet<>(uses.keySet());
    while (left.removeIf(module -> uses(module).stream().noneMatch(left::contains))) {
      // Each pass removes the modules that use nothing that is left.
    }
    return left;
  }

  /// The graph without the edges that a longer path implies.
  ModuleGraph reduced() {
    Map<String, Set<String>> reduced = new TreeMap<>();
    for (String module : uses.keySet()) {
      Set<String> direct = new TreeSet<>(uses(module));
      uses(module).forEach(other -> direct.removeAll(reachable(other)));
      reduced.put(module, direct);
    }
    return new ModuleGraph(reduced);
  }

  private Set<String> reachable(String module) {
    Set<String> reached = new HashSet<>();
    Deque<String> open = new ArrayDeque<>(uses(module));
    while (!open.isEmpty()) {
      String next = open.remove();
      if (reached.add(next)) {
        open.addAll(uses(next));
      }
    }
    return reached;
  }

  private Set<String> uses(String module) {
    return uses.getOrDefault(module, Set.of());
  }

  /// A Mermaid diagram, a line for each module that uses another.
  String diagram() {
    return uses.entrySet().stream()
        .filter(module -> !module.getValue().isEmpty())
        .map(module -> "  " + module.getKey() + " --> " + String.join(" & ", module.getValue()))
        .collect(Collectors.joining("\n", "```mermaid\ngraph TD\n", "\n```\n"));
  }
}
