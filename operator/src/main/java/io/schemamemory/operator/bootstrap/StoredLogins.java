package io.schemamemory.operator.bootstrap;

import io.schemamemory.operator.RefusedException;
import io.schemamemory.operator.aws.ManagedSecret;
import io.schemamemory.operator.aws.ManagedSecret.Version;
import io.schemamemory.roles.Credentials;
import io.schemamemory.roles.Login;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.exception.SdkException;

/// The functions' database URLs in Secrets Manager, a secret for each login: a function may read
/// its own alone.
///
/// @param id what their names begin with
record StoredLogins(String id) {
  /// The logins of deployed functions; people's are in `database.json` only.
  private static final List<Login> OF_FUNCTIONS =
      List.of(
          Login.RECEIVE_WEBHOOK,
          Login.NORMALIZE_DELIVERIES,
          Login.POLL_AUDIT_LOG,
          Login.APPLY_RETENTION,
          Login.MIGRATOR);

  /// Stores every URL that differs, and says which.
  ///
  /// @throws RefusedException if one could not be stored; the others are
  void store(Credentials credentials, Consumer<String> out) {
    List<String> failed = new ArrayList<>();
    for (Login login : OF_FUNCTIONS) {
      try {
        boolean written = secret(login).put(url(login, credentials));
        out.accept((written ? "stored:         " : "stored already: ") + name(login));
      } catch (RefusedException | SdkException failure) {
        failed.add(name(login));
        out.accept("not stored:     " + name(login) + ": " + failure.getMessage());
      }
    }
    if (!failed.isEmpty()) {
      throw new RefusedException(
          String.join(", ", failed)
              + ": not stored; mend what is said above, and run bin/bootstrap --secret-id "
              + id
              + " again");
    }
  }

  /// Refuses to go on where functions would read a former URL.
  void requireStored(Credentials credentials) {
    for (Login login : OF_FUNCTIONS) {
      Optional<String> stored = secret(login).current().map(Version::text);
      if (!stored.equals(Optional.of(url(login, credentials)))) {
        throw new RefusedException(
            "the secret %s has not the current URL: run bin/bootstrap --secret-id %s, wait five minutes, then run this again"
                .formatted(name(login), id));
      }
    }
  }

  private static String url(Login login, Credentials credentials) {
    @Nullable String url = credentials.reveal().get(login.key());
    if (url == null) {
      throw new RefusedException(
          "%s has no URL of %s: bring the file back, or rotate the passwords"
              .formatted(credentials.file(), login.key()));
    }
    return url;
  }

  private String name(Login login) {
    return id + "/" + login.key();
  }

  private ManagedSecret secret(Login login) {
    return ManagedSecret.of(
        name(login), "Database URL of " + login.key() + ", kept by bin/bootstrap");
  }
}
