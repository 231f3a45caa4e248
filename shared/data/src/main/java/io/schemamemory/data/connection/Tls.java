package io.schemamemory.data.connection;

import java.util.Properties;
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
  /// @throws IllegalArgumentException if the URL asks for less than this
  void complete(Properties properties) {
    if (this == OFF || isThisMachine(PGProperty.PG_HOST.getOrDefault(properties))) {
      return;
    }
    if (PGProperty.SSL_MODE.getOrDefault(properties) == null) {
      PGProperty.SSL_MODE.set(properties, "verify-full");
    }
    if (!"verify-full".equals(PGProperty.SSL_MODE.getOrDefault(properties))) {
      throw new IllegalArgumentException("sslmode must be verify-full");
    }
    // The driver's default looks for a certificate in the home directory; use the JVM's trust
    // store.
    if (!PGProperty.SSL_FACTORY.isPresent(properties)
        && !PGProperty.SSL_ROOT_CERT.isPresent(properties)) {
      PGProperty.SSL_FACTORY.set(properties, "org.postgresql.ssl.DefaultJavaSSLFactory");
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
