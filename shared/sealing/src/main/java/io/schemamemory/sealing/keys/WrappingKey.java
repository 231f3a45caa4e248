package io.schemamemory.sealing.keys;

import com.google.crypto.tink.Aead;

/// The key that wraps the keysets, kept in AWS KMS or in a file that only its owner may read.
public sealed interface WrappingKey extends Aead permits KmsKey, KeyFile {
  /// The variable that names it.
  String VARIABLE = "SEALING_KEY";

  /// The expected form of a name, for messages.
  String FORM = "aws-kms://arn:aws:kms:REGION:ACCOUNT:key/ID or file:///PATH/TO/KEY";

  /// Reads a key's name; a missing key is only noticed when it is used.
  ///
  /// @throws IllegalArgumentException if the name is malformed
  static WrappingKey parse(String uri) {
    return uri.startsWith(KmsKey.SCHEME) ? KmsKey.parse(uri) : KeyFile.parse(uri);
  }
}
