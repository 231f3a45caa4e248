package io.schemamemory.data.connection;

import io.schemamemory.domain.signature.StrayCharacter;
import io.schemamemory.settings.MalformedValueException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Properties;
import java.util.stream.Collectors;
import org.postgresql.Driver;
import org.postgresql.PGProperty;

/// A JDBC URL with user and password, such as
/// `jdbc:postgresql://host:6432/memory?user=app&password=…`; it prints without the password.
public final class DatabaseUrl {
  /// The expected form, for messages.
  public static final String FORM =
      "jdbc:postgresql://HOST:PORT/DATABASE?user=USER&password=PASSWORD, user and password"
          + " percent-encoded (+ is %2B, & is %26, % is %25), without prepareThreshold,"
          + " preferQueryMode, logServerErrorDetail, options or currentSchema; sslmode is"
          + " verify-full unless the host is this machine or DATABASE_TLS=off";

  private final Properties properties;

  private DatabaseUrl(Properties properties) {
    this.properties = properties;
  }

  /// Reads a URL; the server's certificate is checked unless it is on this machine.
  ///
  /// @throws MalformedValueException if it is malformed, has no user or password, or sets a refused
  ///     parameter; the message says which part is wrong
  public static DatabaseUrl parse(String url) {
    return parse(url, Tls.VERIFIED);
  }

  /// Reads a URL with the TLS it requires.
  ///
  /// @throws MalformedValueException as [#parse(String)], or if the URL asks for less
  public static DatabaseUrl parse(String url, Tls tls) {
    refuseUnseen(url);
    UrlPlace.checkBeginning(url);
    int space = url.indexOf(' ');
    if (space >= 0) {
      throw new MalformedValueException(
          "its character %d is a space, which is written %%20".formatted(space + 1));
    }
    UrlPlace.check(url);
    UrlParameters.check(url);
    // Only then the driver, which logs a URL it cannot read, with a password before the host.
    Properties properties = Driver.parseURL(url, new Properties());
    if (properties == null) {
      throw new MalformedValueException("the driver cannot read it");
    }
    UrlParameters.rename(properties);
    tls.complete(properties);
    return new DatabaseUrl(properties);
  }

  private static void refuseUnseen(String url) {
    StrayCharacter stray = StrayCharacter.in(url).orElse(null);
    if (stray != null) {
      throw new MalformedValueException("its " + stray);
    }
  }

  /// The whole URL with its password: for a driver, never for a log.
  public String reveal() {
    String parameters =
        properties.stringPropertyNames().stream()
            .filter(name -> !name.startsWith("PG"))
            .sorted()
            .map(name -> name + "=" + encode(properties.getProperty(name)))
            .collect(Collectors.joining("&"));
    return "jdbc:postgresql://" + place() + "/" + encode(database()) + "?" + parameters;
  }

  /// The URL for `psql`, which knows few of the driver's parameters, with its password.
  public String forPsql() {
    String sslmode = PGProperty.SSL_MODE.getOrDefault(properties);
    String tls = sslmode == null ? "" : "?sslmode=" + sslmode;
    // The driver uses the JVM's trust store; "system" makes psql use the system's.
    String own = PGProperty.SSL_ROOT_CERT.getOrDefault(properties);
    String trust =
        "verify-full".equals(sslmode)
            ? "&sslrootcert=" + (own == null ? "system" : encode(own))
            : "";
    return "postgresql://"
        + encode(user())
        + ":"
        + encode(password())
        + "@"
        + place()
        + "/"
        + encode(database())
        + tls
        + trust;
  }

  /// The user in the URL.
  public String user() {
    return property(PGProperty.USER);
  }

  /// The password in the URL.
  public String password() {
    return property(PGProperty.PASSWORD);
  }

  /// The database in the URL.
  public String database() {
    return property(PGProperty.PG_DBNAME);
  }

  /// Host and port, for messages.
  public String place() {
    return property(PGProperty.PG_HOST) + ":" + property(PGProperty.PG_PORT);
  }

  /// How the connection is protected.
  public Protection protection() {
    if ("verify-full".equals(PGProperty.SSL_MODE.getOrDefault(properties))) {
      return Protection.VERIFIED;
    }
    return Tls.isThisMachine(PGProperty.PG_HOST.getOrDefault(properties))
        ? Protection.STAYS_HERE
        : Protection.NONE;
  }

  /// What keeps others from reading a connection's traffic.
  public enum Protection {
    /// TLS, with the server's certificate checked.
    VERIFIED,
    /// The server is on this machine.
    STAYS_HERE,
    NONE
  }

  /// The same database with another user and password.
  public DatabaseUrl as(String user, String password) {
    DatabaseUrl other = copy();
    PGProperty.USER.set(other.properties, user);
    PGProperty.PASSWORD.set(other.properties, password);
    return other;
  }

  /// The same database on another port.
  public DatabaseUrl at(int port) {
    DatabaseUrl other = copy();
    PGProperty.PG_PORT.set(other.properties, port);
    return other;
  }

  private DatabaseUrl copy() {
    Properties same = new Properties();
    properties
        .stringPropertyNames()
        .forEach(name -> same.setProperty(name, properties.getProperty(name)));
    return new DatabaseUrl(same);
  }

  private static String encode(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  private String property(PGProperty property) {
    String value = property.getOrDefault(properties);
    return value == null ? "" : value;
  }

  @Override
  public String toString() {
    return "jdbc:postgresql://" + place() + "/" + database() + "?user=" + user();
  }
}
