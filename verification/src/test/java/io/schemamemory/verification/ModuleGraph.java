package io.schemamemory.verification;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Which module's main classes import which other modules' classes.
///
/// @param uses the modules that each module uses directly
record ModuleGraph(Map<String, Set<String>> uses) {
  private static final Pattern IMPORT =
      Pattern.compile("(?m)^import (?:static )?(io\\.schemamemory[a-z.]*)\\.[A-Z]");

  /// Reads the imports of all main classes. A package is in one module, see [PackagesTest].
  static ModuleGraph ofImports() {
    Map<String, String> owners = new HashMap<>();
    main().forEach(file -> owners.put(file.packageName(), name(file)));
    Map<String, Set<String>> uses = new TreeMap<>();
    main()
        .forEach(
            file ->
                uses.computeIfAbsent(name(file), _ -> new TreeSet<>()).addAll(used(file, owners)));
    return new ModuleGraph(uses);
  }

  private static Stream<SourceFile> main() {
    return SourceFile.all().stream().filter(SourceFile::isMain);
  }

  private static String name(SourceFile file) {
    return file.module().replaceFirst("^(shared|functions)/", "");
  }

  private static Set<String> used(SourceFile file, Map<String, String> owners) {
    return IMPORT
        .matcher(Project.read(file.file()))
        .results()
        .map(found -> owners.getOrDefault(found.group(1), name(file)))
        .filter(owner -> !owner.equals(name(file)))
        .collect(Collectors.toSet());
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
