package io.schemamemory.local.template;

/// The format in which the runtime client writes log lines.
public enum LogFormat {
  TEXT("Text"),
  JSON("JSON");

  private final String declared;

  LogFormat(String declared) {
    this.declared = declared;
  }

  /// The name in the template and in `AWS_LAMBDA_LOG_FORMAT`.
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
