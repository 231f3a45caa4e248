package io.schemamemory.local.check;

import io.schemamemory.local.check.alarm.ActionCheck;
import io.schemamemory.local.check.alarm.AlarmCheck;
import io.schemamemory.local.check.alarm.DashboardCheck;
import io.schemamemory.local.check.alarm.FilterCheck;
import io.schemamemory.local.check.alarm.SilenceCheck;
import io.schemamemory.local.check.alarm.ThresholdCheck;
import io.schemamemory.local.check.alarm.WatchCheck;
import io.schemamemory.local.check.code.BundleCode;
import io.schemamemory.local.check.function.ApiCheck;
import io.schemamemory.local.check.function.BuildCheck;
import io.schemamemory.local.check.function.HandlerCheck;
import io.schemamemory.local.check.function.LogCheck;
import io.schemamemory.local.check.function.MigrationCheck;
import io.schemamemory.local.check.function.RouteCheck;
import io.schemamemory.local.check.function.ScheduleCheck;
import io.schemamemory.local.check.function.SettingCheck;
import io.schemamemory.local.check.function.SizeCheck;
import io.schemamemory.local.check.function.SnapshotCheck;
import io.schemamemory.local.check.function.TimeCheck;
import io.schemamemory.local.check.function.ValueCheck;
import io.schemamemory.local.check.model.CheckedTemplate;
import io.schemamemory.local.check.model.Defect;
import io.schemamemory.local.check.queue.MappingCheck;
import io.schemamemory.local.check.queue.QueueCheck;
import io.schemamemory.local.check.right.DoorCheck;
import io.schemamemory.local.check.right.KeyCheck;
import io.schemamemory.local.check.right.RightCheck;
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
          BuildCheck::of,
          HandlerCheck::of,
          SettingCheck::of,
          ValueCheck::of,
          RightCheck::of,
          DoorCheck::of,
          KeyCheck::of,
          MigrationCheck::of,
          TimeCheck::of,
          SizeCheck::of,
          ScheduleCheck::of,
          SnapshotCheck::of,
          RouteCheck::of,
          ApiCheck::of,
          LogCheck::of,
          QueueCheck::of,
          MappingCheck::of,
          ActionCheck::of,
          AlarmCheck::of,
          WatchCheck::of,
          FilterCheck::of,
          DashboardCheck::of,
          ThresholdCheck::of,
          SilenceCheck::of,
          NameCheck::of,
          ReferenceCheck::of);

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
