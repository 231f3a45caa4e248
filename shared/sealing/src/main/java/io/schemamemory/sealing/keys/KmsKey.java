package io.schemamemory.sealing.keys;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.regex.Pattern;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.kms.KmsClient;

/// A wrapping key that never leaves AWS KMS.
///
/// @param arn the key's ARN; not an alias, which could be pointed at another key
public record KmsKey(String arn) implements WrappingKey {
  static final String SCHEME = "aws-kms://";

  private static final Pattern ARN =
      Pattern.compile("arn:aws[a-z-]*:kms:[a-z0-9-]+:\\d{12}:key/[A-Za-z0-9-]+");

  /// KMS answers in milliseconds; Lambda gives an init phase ten seconds.
  private static final Duration ATTEMPT = Duration.ofSeconds(2);

  private static final Duration CALL = Duration.ofSeconds(6);

  /// Takes the ARN of a key.
  ///
  /// @throws IllegalArgumentException if it is not one
  public KmsKey {
    if (!ARN.matcher(arn).matches()) {
      throw new IllegalArgumentException("a key of KMS is named by " + FORM);
    }
  }

  static KmsKey parse(String uri) {
    return new KmsKey(uri.substring(SCHEME.length()));
  }

  @Override
  public byte[] encrypt(byte[] plaintext, byte[] associatedData) {
    try (KmsClient kms = client()) {
      return kms.encrypt(
              request ->
                  request
                      .keyId(arn)
                      .plaintext(SdkBytes.fromByteArray(plaintext))
                      .encryptionContext(context(associatedData)))
          .ciphertextBlob()
          .asByteArray();
    } catch (SdkException refused) {
      throw KmsRefusal.of("kms:Encrypt", this, context(associatedData), refused);
    }
  }

  @Override
  public byte[] decrypt(byte[] ciphertext, byte[] associatedData) {
    try (KmsClient kms = client()) {
      return kms.decrypt(
              request ->
                  request
                      .keyId(arn)
                      .ciphertextBlob(SdkBytes.fromByteArray(ciphertext))
                      .encryptionContext(context(associatedData)))
          .plaintext()
          .asByteArray();
    } catch (SdkException refused) {
      throw KmsRefusal.of("kms:Decrypt", this, context(associatedData), refused);
    }
  }

  /// Key policies can require it, by `kms:EncryptionContext:purpose`.
  private static Map<String, String> context(byte[] associatedData) {
    return Map.of("purpose", new String(associatedData, StandardCharsets.UTF_8));
  }

  private KmsClient client() {
    return KmsClient.builder()
        .region(Region.of(arn.split(":", 5)[3]))
        .httpClientBuilder(UrlConnectionHttpClient.builder())
        .overrideConfiguration(limits -> limits.apiCallAttemptTimeout(ATTEMPT).apiCallTimeout(CALL))
        .build();
  }

  @Override
  public String toString() {
    return SCHEME + arn;
  }
}
