package io.schemamemory.testkit.webhook;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// Signs a body as PlanetScale does. Written independently of the verifier, so that neither hides
/// the other's mistake.
public final class Signatures {
  /// The header PlanetScale sends a signature in.
  public static final String HEADER = "X-PlanetScale-Signature";

  private Signatures() {}

  /// The header's value for a body.
  public static String sign(String secret, byte[] body) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
      return HexFormat.of().formatHex(mac.doFinal(body));
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException("every JDK has HmacSHA256", impossible);
    }
  }
}
