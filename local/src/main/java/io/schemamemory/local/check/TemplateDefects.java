package io.schemamemory.local.check;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/// Everything in which a template and the code disagree.
final class TemplateDefects {
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

  private TemplateDefects() {}

  static List<Defect> of(String template, BundleCode code) {
    CheckedTemplate checked = CheckedTemplate.of(template, code);
    return CHECKS.stream().flatMap(check -> check.apply(checked)).toList();
  }
}
