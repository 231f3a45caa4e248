package io.schemamemory.migrateschema.deploy;

import java.util.Map;
import java.util.TreeMap;

/// What CloudFormation is answered.
///
/// @param reason why it failed, which the deploy shows; else what was done
record DeployAnswer(boolean ok, String reason) {
  /// CloudFormation takes 4096 bytes in all, and JSON may need six for a character.
  private static final int LONGEST = 550;

  DeployAnswer {
    reason = brief(reason.replaceAll("\\p{Cntrl}+", " ").strip());
  }

  private static String brief(String line) {
    if (line.length() <= LONGEST) {
      return line;
    }
    int end = Character.isHighSurrogate(line.charAt(LONGEST - 1)) ? LONGEST - 1 : LONGEST;
    return line.substring(0, end) + "…";
  }

  static DeployAnswer failed(Throwable failure, String log) {
    return new DeployAnswer(false, inOurWords(failure, log));
  }

  /// Messages of libraries may repeat what must not be seen; ours never do.
  private static String inOurWords(Throwable failure, String log) {
    String name = failure.getClass().getName();
    return name.startsWith("io.schemamemory.") && failure.getMessage() != null
        ? failure.getMessage()
        : "migrate-schema failed with " + name + "; its log " + log + " says more";
  }

  String status() {
    return ok ? "SUCCESS" : "FAILED";
  }

  /// The fields that CloudFormation expects.
  Map<String, String> to(StackRequest request) {
    return new TreeMap<>(
        Map.of(
            "Status", status(),
            "Reason", reason,
            "PhysicalResourceId", request.resource(),
            "StackId", request.stackId(),
            "RequestId", request.requestId(),
            "LogicalResourceId", request.logicalId()));
  }
}
