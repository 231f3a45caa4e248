package io.schemamemory.data.connection;

import io.schemamemory.settings.MalformedValueException;
import java.util.Properties;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGProperty;

/// How a connection to another machine is protected.
public enum Tls {
  /// The server's certificate and its host name are checked.
  VERIFIED,
  /// `DATABASE_TLS=off` allows connections without TLS.
  OFF;

  /// A container's name for the machine it runs on; names under `internal` cannot be registered.
  private static final String DOCKER_HOST = "host.docker.internal";

  private static final String FULL = "verify-full";

  private static final String SYSTEM = "system";

  private static final String TRUST_STORE = "org.postgresql.ssl.DefaultJavaSSLFactory";

  private static final Set<String> MODES =
      Set.of("disable", "allow", "prefer", "require", "verify-ca", FULL);

  private static final Pattern LOOPBACK_V4 = Pattern.compile("127(\\.\\d{1,3}){3}");

  /// The environment variable; the deployed template does not set it.
  public static final String VARIABLE = "DATABASE_TLS";

  /// The expected value, for messages.
  public static final String FORM =
      "off, to allow connections without TLS to a database on another machine";

  /// Reads the variable's value.
  ///
  /// @throws IllegalArgumentException if it is anything but `off`
  public static Tls parse(String value) {
    if (!value.equals("off")) {
      throw new IllegalArgumentException(FORM);
    }
    return OFF;
  }

  /// Adds what a URL's properties lack.
  ///
  /// @throws MalformedValueException if the URL asks for less than this
  void complete(Properties properties) {
    refuseUnchecked(properties);
    if (SYSTEM.equals(PGProperty.SSL_ROOT_CERT.getOrDefault(properties))) {
      trustSystem(properties);
    }
    if (this == OFF || isThisMachine(PGProperty.PG_HOST.getOrDefault(properties))) {
      return;
    }
    if (PGProperty.SSL_MODE.getOrDefault(properties) == null) {
      PGProperty.SSL_MODE.set(properties, FULL);
    }
    if (!FULL.equals(PGProperty.SSL_MODE.getOrDefault(properties))) {
      throw new MalformedValueException(
          "sslmode=%s protects less than verify-full: remove it, verify-full is the default"
              .formatted(PGProperty.SSL_MODE.getOrDefault(properties)));
    }
    // The driver's default looks for a certificate in the home directory; use the JVM's trust
    // store.
    if (!PGProperty.SSL_FACTORY.isPresent(properties)
        && !PGProperty.SSL_ROOT_CERT.isPresent(properties)) {
      PGProperty.SSL_FACTORY.set(properties, TRUST_STORE);
    }
  }

  /// Libpq reads it as the system's certificates; the driver would look for a file of this name.
  private static void trustSystem(Properties properties) {
    String mode = PGProperty.SSL_MODE.getOrDefault(properties);
    if (mode != null && !mode.equals(FULL)) {
      throw new MalformedValueException(
          "sslmode=%s protects less than verify-full, and sslrootcert=system goes with verify-full alone"
              .formatted(mode));
    }
    properties.remove(PGProperty.SSL_ROOT_CERT.getName());
    PGProperty.SSL_MODE.set(properties, FULL);
    PGProperty.SSL_FACTORY.set(properties, TRUST_STORE);
  }

  private static void refuseUnchecked(Properties properties) {
    String mode = PGProperty.SSL_MODE.getOrDefault(properties);
    if (mode != null && !MODES.contains(mode)) {
      throw new MalformedValueException(
          "sslmode has a value that there is not: remove it, verify-full is the default");
    }
    String factory = PGProperty.SSL_FACTORY.getOrDefault(properties);
    if (factory != null && factory.contains("NonValidating")) {
      throw new MalformedValueException(
          "sslfactory must not switch the check off: remove it, the JVM's trust store is the"
              + " default");
    }
  }

  static boolean isThisMachine(@Nullable String host) {
    return host != null
        && (host.equals("localhost")
            || LOOPBACK_V4.matcher(host).matches()
            || host.equals(DOCKER_HOST)
            || host.equals("[::1]")
            || host.equals("::1"));
  }
}
