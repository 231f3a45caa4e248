package io.schemamemory.local.check.alarm;

import io.schemamemory.local.check.model.AsWritten;
import io.schemamemory.local.check.model.CheckedTemplate;
import io.schemamemory.local.check.model.Defect;
import io.schemamemory.local.template.Property;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Every alarm has a heading with its name in `docs/operations.md`, and every such heading an
/// alarm.
public final class AlarmCheck {
  static final String ALARM = "AWS::CloudWatch::Alarm";

  private static final Pattern ALARMS = Pattern.compile("\n## Alarms\n(.*?)\n## ", Pattern.DOTALL);

  /// Named as an alarm is; the page's other headings have capitals.
  private static final Pattern HEADING = Pattern.compile("\n### ([a-z0-9-]+)\n");

  private AlarmCheck() {}

  public static Stream<Defect> of(CheckedTemplate template) {
    String page = page(template);
    Set<String> names =
        template
            .ofType(ALARM)
            .map(alarm -> name(alarm.getValue()))
            .collect(Collectors.toUnmodifiableSet());
    return Stream.concat(
        template
            .ofType(ALARM)
            .filter(alarm -> !page.contains("\n### " + name(alarm.getValue()) + "\n"))
            .map(
                alarm ->
                    new Defect(
                        alarm.getKey(),
                        "AlarmName: docs/operations.md has no heading \"### %s\""
                            .formatted(name(alarm.getValue())))),
        headings(page)
            .filter(heading -> !names.contains(heading))
            .map(
                heading ->
                    new Defect(
                        "${AWS::StackName}-" + heading,
                        "docs/operations.md describes this alarm, and there is none")));
  }

  private static Stream<String> headings(String page) {
    return ALARMS
        .matcher(page)
        .results()
        .map((MatchResult part) -> part.group(1))
        .flatMap(part -> HEADING.matcher(part).results().map(found -> found.group(1)));
  }

  private static String name(Property alarm) {
    return AsWritten.of(alarm.at("AlarmName")).replace("${AWS::StackName}-", "");
  }

  private static String page(CheckedTemplate template) {
    try {
      return Files.readString(template.root().resolve("docs/operations.md"));
    } catch (IOException unreadable) {
      throw new UncheckedIOException("docs/operations.md cannot be read", unreadable);
    }
  }
}
