package io.schemamemory.sealing.keys;

import java.util.Map;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.SdkException;

/// Says what to do about a failed KMS call.
final class KmsRefusal {
  private KmsRefusal() {}

  static SealingException of(
      String action, KmsKey key, Map<String, String> context, SdkException refused) {
    String advice =
        refused instanceof AwsServiceException answer
            ? code(answer) + ": " + advice(action, context, answer)
            : "KMS did not answer: check the credentials and the network; a VPC without internet"
                + " access needs a KMS endpoint";
    return new SealingException(action + " with " + key + " failed: " + advice, refused);
  }

  /// An answer of something else, such as a proxy, has no code.
  private static String code(AwsServiceException answer) {
    AwsErrorDetails details = answer.awsErrorDetails();
    return details == null || details.errorCode() == null
        ? "HTTP " + answer.statusCode()
        : details.errorCode();
  }

  private static String advice(
      String action, Map<String, String> context, AwsServiceException answer) {
    return switch (code(answer)) {
      case "AccessDeniedException" ->
          "grant the role this runs as "
              + action
              + " on this key, with the encryption context "
              + context;
      case "NotFoundException" -> "there is no such key: correct SEALING_KEY";
      case "DisabledException", "KMSInvalidStateException" ->
          "enable the key, or cancel its deletion: without it nothing sealed can be read";
      case "InvalidKeyUsageException" ->
          "the key must be symmetric and for encryption: name another in SEALING_KEY";
      case "InvalidCiphertextException", "IncorrectKeyException" ->
          "SEALING_KEYSET was wrapped with another key, or has been changed since: it and"
              + " SEALING_KEY belong together";
      case "UnrecognizedClientException",
          "ExpiredTokenException",
          "InvalidClientTokenId",
          "InvalidSignatureException" ->
          "AWS does not accept the credentials: renew them";
      default ->
          answer.isThrottlingException() || answer.statusCode() >= 500
              ? "KMS is busy or unavailable: try again, nothing was changed"
              : "look the code up in the AWS KMS API reference";
    };
  }
}
