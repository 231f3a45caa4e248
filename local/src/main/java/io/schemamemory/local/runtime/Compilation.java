package io.schemamemory.local.runtime;

import io.schemamemory.local.template.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// How far Lambda's JVM compiles a function: java25 only with C1, except functions with SnapStart
/// and those that ask for more.
public final class Compilation {
  /// The variable in which a function asks for more, by Lambda's documentation.
  private static final String VARIABLE = "JAVA_TOOL_OPTIONS";

  private static final Pattern FLAG = Pattern.compile("-XX:TieredStopAtLevel=[0-4]\\b");

  private Compilation() {}

  /// The JVM flag.
  public static String flag(Function function) {
    Matcher asked = FLAG.matcher(function.environment().getOrDefault(VARIABLE, ""));
    return asked.find() ? asked.group() : "-XX:TieredStopAtLevel=" + (function.snapStart() ? 4 : 1);
  }
}
