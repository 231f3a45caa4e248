package io.schemamemory.operator.keyset;

import io.schemamemory.operator.aws.ManagedSecret;
import io.schemamemory.operator.aws.ManagedSecret.Version;
import io.schemamemory.sealing.keys.WrappedKeysets;
import java.util.Optional;

/// The secret whose text is the wrapped keysets; what somebody else stores meanwhile is not lost.
final class KeysetSecret implements KeysetPlace {
  private final ManagedSecret secret;
  private Optional<Version> was = Optional.empty();

  KeysetSecret(ManagedSecret secret) {
    this.secret = secret;
  }

  @Override
  public WrappedKeysets read() {
    was = secret.current();
    String text =
        was.map(Version::text)
            .orElseThrow(
                () ->
                    new KeysetException(
                        "there is no "
                            + "secret "
                            + secret.id()
                            + " here: create it with bin/keyset --secret-id "
                            + secret.id()
                            + " make, or set region and credentials to where it is"));
    try {
      return WrappedKeysets.parse(text);
    } catch (IllegalArgumentException malformed) {
      throw new KeysetException(
          secret + " is malformed: restore " + WrappedKeysets.FORM, malformed);
    }
  }

  @Override
  public void refuseIfPresent() {
    if (secret.current().isPresent()) {
      throw new KeysetException(
          secret + " exists, and values may be sealed with its keys: add a key to it");
    }
  }

  @Override
  public void write(WrappedKeysets keysets) {
    secret.write(was, keysets.text());
  }

  @Override
  public String written() {
    return "stored in " + secret + ", which functions read within five minutes";
  }

  @Override
  public String toString() {
    return secret.toString();
  }
}
