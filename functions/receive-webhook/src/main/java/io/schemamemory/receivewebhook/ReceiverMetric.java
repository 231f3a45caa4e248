package io.schemamemory.receivewebhook;

import io.schemamemory.domain.signature.Verification.Reason;

/// What the receiver counts, by the name CloudWatch has for it; alarms in `template.yaml` watch
/// some.
enum ReceiverMetric {
  REJECTED_UNKNOWN_SOURCE("RejectedUnknownSource"),
  REJECTED_NO_LIVE_SECRET("RejectedNoLiveSecret"),
  REJECTED_SIGNATURE_MISSING("RejectedSignatureMissing"),
  REJECTED_SIGNATURE_MALFORMED("RejectedSignatureMalformed"),
  REJECTED_SIGNATURE_MISMATCH("RejectedSignatureMismatch"),
  /// A delivery is in the spill queue.
  SPILLED_DELIVERIES("SpilledDeliveries"),
  /// It is there because the database does not have its source.
  SOURCE_WITHOUT_ROW("SourceWithoutRow"),
  /// Neither the database nor the queue has it: the sender was told to send it again.
  DELIVERIES_NOT_KEPT("DeliveriesNotKept"),
  /// The webhook secrets could not be read, and a webhook was refused for it.
  SECRETS_MISSING("SecretsMissing"),
  /// They could not be read again, and an older copy served.
  SECRETS_STALE("SecretsStale");

  private final String cloudWatchName;

  ReceiverMetric(String cloudWatchName) {
    this.cloudWatchName = cloudWatchName;
  }

  static ReceiverMetric rejected(Reason reason) {
    return switch (reason) {
      case UNKNOWN_SOURCE -> REJECTED_UNKNOWN_SOURCE;
      case NO_LIVE_SECRET -> REJECTED_NO_LIVE_SECRET;
      case SIGNATURE_MISSING -> REJECTED_SIGNATURE_MISSING;
      case SIGNATURE_MALFORMED -> REJECTED_SIGNATURE_MALFORMED;
      case SIGNATURE_MISMATCH -> REJECTED_SIGNATURE_MISMATCH;
      case UNKNOWN_SECRET ->
          throw new IllegalArgumentException("only spilled deliveries are rejected for it");
    };
  }

  String cloudWatchName() {
    return cloudWatchName;
  }
}
