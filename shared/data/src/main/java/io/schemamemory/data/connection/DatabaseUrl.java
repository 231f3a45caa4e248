package io.schemamemory.data.connection;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Properties;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.postgresql.Driver;
import org.postgresql.PGProperty;

/// A JDBC URL with user and password, such as
/// `jdbc:postgresql://host:6432/memory?user=app&password=…`; it prints without the password.
public final class DatabaseUrl {
  /// The expected form, for messages.
  public static final String FORM =
      "jdbc:postgresql://HOST:PORT/DATABASE?user=USER&password=PASSWORD, without prepareThreshold,"
          + " preferQueryMode, logServerErrorDetail, options or currentSchema; sslmode is verify-full"
          + " unless the host is this machine or DATABASE_TLS=off";

  /// One host, with or without a port, before the database's name.
  private static final Pattern PLACE =
      Pattern.compile("jdbc:postgresql://(\\[[0-9a-fA-F:.]+]|[\\w.-]+)(:\\d+)?/");

  private final Properties properties;

  private DatabaseUrl(Properties properties) {
    this.properties = properties;
  }

  /// Parameters that are unsafe through a pooler, or that no pooler accepts.
  private static final Set<String> REFUSED =
      Set.of(
          "prepareThreshold",
          "preferQueryMode",
          "logServerErrorDetail",
          "options",
          "currentSchema");

  /// Reads a URL; the server's certificate is checked unless it is on this machine.
  ///
  /// @throws IllegalArgumentException if it is malformed, has no user or password, or sets a
  ///     refused
  ///     parameter
  public static DatabaseUrl parse(String url) {
    return parse(url, Tls.VERIFIED);
  }

  /// Reads a URL with the TLS it requires.
  ///
  /// @throws IllegalArgumentException as [#parse(String)], or if the URL asks for less
  public static DatabaseUrl parse(String url, Tls tls) {
    // The driver logs a URL it cannot read, including a password written before the host.
    Properties properties =
        PLACE.matcher(url).lookingAt() ? Driver.parseURL(url, new Properties()) : null;
    if (properties == null
        || properties.stringPropertyNames().stream().anyMatch(REFUSED::contains)
        || PGProperty.USER.getOrDefault(properties) == null
        || PGProperty.PASSWORD.getOrDefault(properties) == null) {
      throw new io.schemamemory.settings.MalformedValueException("a database URL looks like " + FORM);
    }
    tls.complete(properties);
    return new DatabaseUrl(properties);
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
    String trust = "verify-full".equals(sslmode) ? "&sslrootcert=system" : "";
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
