package io.schemamemory.local.check;

import io.schemamemory.local.template.Property;
import java.util.Locale;

/// A function of the template, with the globals merged in, beside its code.
record CheckedFunction(String id, String folder, Property properties, FunctionCode code) {
  /// Lambda's own default, in seconds.
  private static final int TIMEOUT = 3;

  /// Where a function's code is: `ReceiveWebhook` is `receive-webhook`.
  static String folder(String logicalId) {
    return logicalId.replaceAll("(?<=.)(?=\\p{Upper})", "-").toLowerCase(Locale.ROOT);
  }

  Property variables() {
    return properties.at("Environment").at("Variables");
  }

  int timeoutSeconds() {
    return properties.at("Timeout").number(TIMEOUT);
  }

  Defect defect(String what) {
    return new Defect(id, what);
  }
}
