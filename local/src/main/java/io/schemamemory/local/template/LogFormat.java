package io.schemamemory.local.template;

/// How the runtime client writes a function's log lines.
public enum LogFormat {
  TEXT("Text"),
  JSON("JSON");

  private final String declared;

  LogFormat(String declared) {
    this.declared = declared;
  }

  /// As the template declares it, which is also how `AWS_LAMBDA_LOG_FORMAT` has it.
  public String declared() {
    return declared;
  }

  static LogFormat read(Property property) {
    String text = property.text(TEXT.declared);
    for (LogFormat format : values()) {
      if (format.declared.equals(text)) {
        return format;
      }
    }
    throw property.problem("is " + text + ", expected Text or JSON");
  }
}
