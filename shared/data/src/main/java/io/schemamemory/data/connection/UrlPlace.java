package io.schemamemory.data.connection;

import io.schemamemory.settings.MalformedValueException;
import java.util.regex.Pattern;

/// Finds what is wrong with a database URL before its parameters; repeats nothing of it, since a
/// password may stand anywhere.
final class UrlPlace {
  private static final String BEGINS = "jdbc:postgresql://";
  private static final Pattern ADDRESS = Pattern.compile("\\[[0-9a-fA-F:.]*:[0-9a-fA-F:.]*]");
  private static final Pattern HOST = Pattern.compile("[\\w.-]+");
  private static final Pattern NUMBER = Pattern.compile("\\d+");

  private UrlPlace() {}

  /// Checks its scheme.
  ///
  /// @throws MalformedValueException saying what is wrong
  static void checkBeginning(String url) {
    if (url.startsWith("\"") || url.startsWith("'")) {
      throw wrong("it begins with a quotation mark, which is the shell's");
    }
    if (!url.startsWith(BEGINS)) {
      throw wrong(beginning(url));
    }
  }

  private static String beginning(String url) {
    for (String other : new String[] {"postgres://", "postgresql://"}) {
      if (url.startsWith(other)) {
        return "it begins with "
            + other
            + ": write jdbc:postgresql://, and user and password behind the ?";
      }
    }
    if (url.regionMatches(true, 0, BEGINS, 0, BEGINS.length())) {
      return BEGINS + " is written in small letters";
    }
    if (url.startsWith("jdbc:postgresql:")) {
      return "it has no // before the host";
    }
    if (url.startsWith("jdbc:")) {
      return "it is the URL of another kind of database";
    }
    if (url.contains("host=") && url.contains("user=")) {
      return "it is a connection string for libpq, and the driver wants a URL";
    }
    return url.contains(BEGINS)
        ? "something stands before " + BEGINS
        : "it does not begin with " + BEGINS;
  }

  /// Checks its host, its port and its database.
  ///
  /// @throws MalformedValueException saying what is wrong
  static void check(String url) {
    String rest = url.substring(BEGINS.length());
    int question = rest.indexOf('?');
    String place = question < 0 ? rest : rest.substring(0, question);
    int slash = place.indexOf('/');
    String server = slash < 0 ? place : place.substring(0, slash);
    if (server.contains("@") || (place.contains("@") && !isServer(server))) {
      throw wrong(
          "user and password stand before the host: they belong behind the ?, as user= and"
              + " password=");
    }
    checkServer(server);
    checkDatabase(slash < 0 ? "" : place.substring(slash + 1), question < 0);
  }

  private static boolean isServer(String server) {
    try {
      checkServer(server);
      return true;
    } catch (MalformedValueException wrong) {
      return false;
    }
  }

  private static void checkServer(String server) {
    if (server.contains(",")) {
      throw wrong("it names several hosts: name one");
    }
    int colon = server.lastIndexOf(':');
    boolean bracketed = server.startsWith("[");
    boolean hasPort = colon > server.lastIndexOf(']');
    String host = hasPort ? server.substring(0, colon) : server;
    if (bracketed ? !ADDRESS.matcher(host).matches() : host.contains(":")) {
      throw wrong("an IPv6 address stands in brackets, such as [::1]");
    }
    if (host.isEmpty()) {
      throw wrong("it has no host");
    }
    if (!bracketed && !HOST.matcher(host).matches()) {
      throw wrong("its host has a character that no host's name has");
    }
    if (hasPort) {
      checkPort(server.substring(colon + 1));
    }
  }

  private static void checkPort(String port) {
    if (!NUMBER.matcher(port).matches()) {
      throw wrong("its port is no number");
    }
    if (port.length() > 5 || Integer.parseInt(port) < 1 || Integer.parseInt(port) > 65_535) {
      throw wrong("its port is not between 1 and 65535");
    }
  }

  private static void checkDatabase(String database, boolean last) {
    if (database.isEmpty()) {
      throw wrong("it names no database after the host");
    }
    if (last && database.contains("=")) {
      throw wrong("it has no ? before its parameters");
    }
    if (PercentEncoding.decode(database) == null) {
      throw wrong("a % in the database's name is written %25");
    }
  }

  private static MalformedValueException wrong(String why) {
    return new MalformedValueException(why);
  }
}
