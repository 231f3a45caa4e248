package io.schemamemory.secrets;

import java.time.Duration;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.SdkException;

/// Says what to do about a secret that was not read.
final class SecretFailure {
  private static final String MISSING = "ResourceNotFoundException";

  private SecretFailure() {}

  /// Not the SDK's own message, which may repeat what was answered.
  static SecretException of(String id, Throwable cause) {
    return switch (cause) {
      case AwsServiceException answer -> answered(id, answer);
      case SdkException _ ->
          SecretException.unreadable(
              "Secrets Manager was not asked for "
                  + id
                  + ": check the credentials and the network; a VPC without internet access needs"
                  + " an endpoint of Secrets Manager");
      default ->
          SecretException.unreadable(
              "reading " + id + " failed: " + cause.getClass().getSimpleName());
    };
  }

  static SecretException late(String id, Duration within) {
    return SecretException.unreadable(
        "Secrets Manager did not answer for " + id + " within " + within.toMillis() + " ms");
  }

  static SecretException noText(String id) {
    return SecretException.unreadable(
        "the secret " + id + " has no text, only bytes: store it as text");
  }

  private static SecretException answered(String id, AwsServiceException answer) {
    String code = code(answer);
    String why = "Secrets Manager answered " + code + " for " + id + ": " + advice(code, answer);
    return code.equals(MISSING) ? SecretException.missing(why) : SecretException.unreadable(why);
  }

  /// An answer of something else, such as a proxy, has no code.
  private static String code(AwsServiceException answer) {
    AwsErrorDetails details = answer.awsErrorDetails();
    return details == null || details.errorCode() == null
        ? "HTTP " + answer.statusCode()
        : details.errorCode();
  }

  private static String advice(String code, AwsServiceException answer) {
    return switch (code) {
      case MISSING -> "store it, in this account and region";
      case "AccessDeniedException" ->
          "the function's role needs secretsmanager:GetSecretValue on it and, if it has a key of"
              + " your own, kms:Decrypt on that";
      case "DecryptionFailure", "DecryptionFailureException" ->
          "its KMS key cannot be used: enable the key, or let the function's role use it";
      case "InvalidRequestException" -> "it is marked for deletion: restore it";
      case "UnrecognizedClientException",
          "ExpiredTokenException",
          "InvalidClientTokenId",
          "InvalidSignatureException" ->
          "AWS does not accept the credentials: renew them";
      default ->
          answer.isThrottlingException() || answer.statusCode() >= 500
              ? "it is busy or unavailable; the next reading tries again"
              : "look the code up in the API reference of AWS Secrets Manager";
    };
  }
}
