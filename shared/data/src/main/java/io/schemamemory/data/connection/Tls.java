package io.schemamemory.data.connection;

import java.util.Properties;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGProperty;

/// How a connection to another machine is protected.
public enum Tls {
  /// The server's certificate is checked, name and all.
  VERIFIED,
  /// Somebody said by name that it may go unprotected.
  OFF;

  /// How a container calls the machine it runs on; nobody can own a name under `internal`.
  private static final String DOCKER_HOST = "host.docker.internal";

  private static final Pattern LOOPBACK_V4 = Pattern.compile("127(\\.\\d{1,3}){3}");

  /// The variable that says so; the deployed template does not set it.
  public static final String VARIABLE = "DATABASE_TLS";

  /// What its value looks like, for messages.
  public static final String FORM = "off, to let a database on another machine go without TLS";

  /// Reads the variable's value.
  ///
  /// @throws IllegalArgumentException if it is anything but `off`
  public static Tls parse(String value) {
    if (!value.equals("off")) {
      throw new IllegalArgumentException(FORM);
    }
    return OFF;
  }

  /// Completes a URL's properties; a URL that asks for less is refused.
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
    // The driver's own default looks for a certificate in the home directory; the JVM has a store.
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
