package io.schemamemory.sealing.keys;

import com.google.crypto.tink.Aead;

/// The key that keysets are wrapped with: AWS KMS keeps it, or a file that only its owner may read.
public sealed interface WrappingKey extends Aead permits KmsKey, KeyFile {
  /// The variable that names it.
  String VARIABLE = "SEALING_KEY";

  /// What a right name of one looks like, for messages.
  String FORM = "aws-kms://arn:aws:kms:REGION:ACCOUNT:key/ID or file:///PATH/TO/KEY";

  /// Reads its name; whether the key is there shows when it is used.
  ///
  /// @throws IllegalArgumentException if the name is malformed
  static WrappingKey parse(String uri) {
    return uri.startsWith(KmsKey.SCHEME) ? KmsKey.parse(uri) : KeyFile.parse(uri);
  }
}
