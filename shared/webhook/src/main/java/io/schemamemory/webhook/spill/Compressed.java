package io.schemamemory.webhook.spill;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Base64;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

/// Bytes as text that a queue takes: gzip in base64, so that `base64 -d | gunzip` shows them.
final class Compressed {
  /// API Gateway takes no larger body, so nothing the receiver wrote is larger; a few hundred bytes
  /// can unpack to gigabytes.
  static final int LARGEST = 10 * 1024 * 1024;

  private Compressed() {}

  static String of(byte[] bytes) {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
      gzip.write(bytes);
    } catch (IOException impossible) {
      throw new UncheckedIOException("memory cannot be written to", impossible);
    }
    return Base64.getEncoder().encodeToString(packed.toByteArray());
  }

  /// Fails with an `IOException` or an `IllegalArgumentException` for what [#of] never made.
  static byte[] read(String text) throws IOException {
    byte[] packed = Base64.getDecoder().decode(text);
    try (GZIPInputStream gzip = new GZIPInputStream(new ByteArrayInputStream(packed))) {
      byte[] bytes = gzip.readNBytes(LARGEST + 1);
      if (bytes.length > LARGEST) {
        throw new IOException("too large");
      }
      return bytes;
    }
  }
}
