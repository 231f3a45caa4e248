package io.schemamemory.secrets;

import java.time.Duration;

/// Says what to do about a secret that was not read.
final class SecretFailure {
  private static final String MISSING = "ResourceNotFoundException";
  private static final String REFUSED = "AccessDeniedException";

  private SecretFailure() {}

  static SecretException late(String id, Duration within) {
    return SecretException.unreadable(
        "Secrets Manager did not answer for " + id + " within " + within.toMillis() + " ms");
  }

  static SecretException unreachable(String id) {
    return SecretException.unreadable(
        "Secrets Manager cannot be reached for "
            + id
            + ": check the network; a VPC without internet access needs an endpoint of it");
  }

  static SecretException withoutCredentials(String id) {
    return SecretException.unreadable(
        "there are no credentials to read " + id + " with: run this as a role of AWS");
  }

  static SecretException noText(String id) {
    return SecretException.unreadable(
        "the secret " + id + " has no text, only bytes or nothing: store it as text");
  }

  /// Without its message, which may repeat what was answered.
  static SecretException unexpected(String id, Throwable cause) {
    return SecretException.unreadable(
        "reading " + id + " failed: " + cause.getClass().getSimpleName());
  }

  /// @param code the error's name
  /// @param passing whether another reading may succeed
  static SecretException answered(String id, String code, boolean passing) {
    String why = "Secrets Manager answered " + code + " for " + id + ": " + advice(code, passing);
    return switch (code) {
      case MISSING -> SecretException.missing(why);
      case REFUSED -> SecretException.refused(why);
      default -> SecretException.unreadable(why);
    };
  }

  private static String advice(String code, boolean passing) {
    return switch (code) {
      case MISSING -> "store it, in this account and region";
      case REFUSED ->
          "the function's role needs secretsmanager:GetSecretValue on it and, if it has a key of"
              + " your own, kms:Decrypt on that; AWS may say the same of a secret that is not there";
      case "DecryptionFailure", "DecryptionFailureException" ->
          "its KMS key cannot be used: enable the key, or let the function's role use it";
      case "InvalidRequestException" -> "it is marked for deletion: restore it";
      case "UnrecognizedClientException",
          "ExpiredTokenException",
          "InvalidClientTokenId",
          "InvalidSignatureException" ->
          "AWS does not accept the credentials: renew them, and check the clock";
      default ->
          passing
              ? "it is busy or unavailable; the next reading tries again"
              : "look the code up in the API reference of AWS Secrets Manager";
    };
  }
}
