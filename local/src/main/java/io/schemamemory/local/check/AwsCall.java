package io.schemamemory.local.check;

/// A call to AWS: the right it needs, what in the code makes it, and the setting that names what it
/// is made on.
enum AwsCall {
  SEND_MESSAGE("sqs:SendMessage", "SqsClient", "SPILL_QUEUE_URL"),
  DECRYPT("kms:Decrypt", "KmsClient", "SEALING_KEY"),
  GET_SECRET("secretsmanager:GetSecretValue", "SecretsExtension", "WEBHOOK_SECRETS_ID");

  private final String action;
  private final String className;
  private final String setting;

  AwsCall(String action, String className, String setting) {
    this.action = action;
    this.className = className;
    this.setting = setting;
  }

  String action() {
    return action;
  }

  String setting() {
    return setting;
  }

  boolean isMadeBy(FunctionCode code) {
    return code.names(className);
  }
}
