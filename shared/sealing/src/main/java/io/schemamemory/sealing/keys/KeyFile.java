package io.schemamemory.sealing.keys;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.TinkJsonProtoKeysetFormat;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.nio.channels.Channels;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.util.Set;

/// A wrapping key in a file that only its owner may read, for use without KMS.
public record KeyFile(Path path) implements WrappingKey {
  private static final Set<PosixFilePermission> OWNER_ONLY =
      Set.of(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE);

  static KeyFile parse(String uri) {
    if (!uri.startsWith("file:///")) {
      throw new IllegalArgumentException("a wrapping key is named by " + FORM);
    }
    return new KeyFile(Path.of(URI.create(uri)));
  }

  /// Creates the file with a new key, unless it exists.
  ///
  /// @return whether it was created
  /// @throws SealingException if it cannot be created
  public boolean makeIfAbsent() {
    try {
      String key =
          TinkJsonProtoKeysetFormat.serializeKeyset(
              Rotation.make(Purpose.SEALING).handle(), InsecureSecretKeyAccess.get());
      writeNew(key);
      return true;
    } catch (FileAlreadyExistsException there) {
      return false;
    } catch (IOException | GeneralSecurityException refused) {
      throw new SealingException("the key file " + path + " cannot be made: " + refused, refused);
    } catch (UnsupportedOperationException noModes) {
      throw unprotected(noModes);
    }
  }

  @Override
  public byte[] encrypt(byte[] plaintext, byte[] associatedData) throws GeneralSecurityException {
    return aead().encrypt(plaintext, associatedData);
  }

  @Override
  public byte[] decrypt(byte[] ciphertext, byte[] associatedData) throws GeneralSecurityException {
    return aead().decrypt(ciphertext, associatedData);
  }

  private void writeNew(String key) throws IOException {
    Files.createDirectories(path.toAbsolutePath().getParent());
    try (OutputStream out =
        Channels.newOutputStream(
            Files.newByteChannel(
                path,
                Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE),
                PosixFilePermissions.asFileAttribute(OWNER_ONLY)))) {
      out.write(key.getBytes(StandardCharsets.UTF_8));
    }
  }

  private Aead aead() {
    Tink.ready();
    String text = read();
    try {
      KeysetHandle handle =
          TinkJsonProtoKeysetFormat.parseKeyset(text, InsecureSecretKeyAccess.get());
      return new Keyset(Purpose.SEALING, handle).primitive(Purpose.SEALING, Aead.class);
    } catch (GeneralSecurityException malformed) {
      // Without the cause: it may repeat the key.
      throw new SealingException(
          "the key file " + path + " holds no key: restore the file that bin/keyset made");
    }
  }

  private String read() {
    try {
      if (!OWNER_ONLY.containsAll(Files.getPosixFilePermissions(path))) {
        throw new SealingException(
            "the key file "
                + path
                + " is open to others: chmod 600 it, and rotate if they read it");
      }
      return Files.readString(path);
    } catch (NoSuchFileException absent) {
      throw new SealingException(
          "the key file " + path + " is missing: copy it here, or correct SEALING_KEY", absent);
    } catch (IOException unreadable) {
      throw new SealingException("the key file " + path + " cannot be read", unreadable);
    } catch (UnsupportedOperationException noModes) {
      throw unprotected(noModes);
    }
  }

  private SealingException unprotected(UnsupportedOperationException noModes) {
    return new SealingException(
        "the file system of "
            + path
            + " has no file permissions: put the key file on one that does",
        noModes);
  }

  @Override
  public String toString() {
    return path.toUri().toString();
  }
}
