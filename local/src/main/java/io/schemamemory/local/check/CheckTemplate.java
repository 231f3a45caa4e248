package io.schemamemory.local.check;

import io.schemamemory.local.template.TemplateException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;

/// The command `bin/check-template`: prints the defects of a template, and fails if there are any.
final class CheckTemplate {
  private CheckTemplate() {}

  /// Ends the process with 1 if there are defects.
  ///
  /// @param arguments the checkout, then the template
  public static void main(String[] arguments) {
    System.exit(run(Path.of(arguments[0]), Path.of(arguments[1])));
  }

  private static int run(Path root, Path file) {
    try {
      return report(file, TemplateDefects.of(Files.readString(file), BundleCode.of(root)));
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
