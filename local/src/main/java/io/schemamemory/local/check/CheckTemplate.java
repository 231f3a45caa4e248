package io.schemamemory.local.check;

import io.schemamemory.local.template.TemplateException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/// The command `bin/check-template`: prints the defects of a template, and fails if there are any.
final class CheckTemplate {
  private static final List<Function<CheckedTemplate, Stream<Defect>>> CHECKS =
      List.of(
          HandlerCheck::of,
          SettingCheck::of,
          RightCheck::of,
          TimeCheck::of,
          RouteCheck::of,
          LogCheck::of,
          AlarmCheck::of,
          WatchCheck::of);

  private CheckTemplate() {}

  /// Everything in which a template and the code disagree.
  static List<Defect> defects(String template, BundleCode code) {
    CheckedTemplate checked = CheckedTemplate.of(template, code);
    return CHECKS.stream().flatMap(check -> check.apply(checked)).toList();
  }

  /// Ends the process with 1 if there are defects.
  ///
  /// @param arguments the checkout, then the template
  public static void main(String[] arguments) {
    System.exit(run(Path.of(arguments[0]), Path.of(arguments[1])));
  }

  private static int run(Path root, Path file) {
    try {
      return report(file, defects(Files.readString(file), BundleCode.of(root)));
    } catch (NoSuchFileException _) {
      System.err.println(file + ": there is no such file");
    } catch (IOException unreadable) {
      System.err.println(file + ": cannot be read: " + unreadable.getMessage());
    } catch (TemplateException unread) {
      System.err.println(file + ": " + unread.getMessage());
    }
    return 1;
  }

  private static int report(Path file, List<Defect> defects) {
    if (defects.isEmpty()) {
      System.out.println(file + ": agrees with the code");
      return 0;
    }
    defects.forEach(System.out::println);
    System.out.printf("%s: defects: %d%n", file, defects.size());
    return 1;
  }
}
