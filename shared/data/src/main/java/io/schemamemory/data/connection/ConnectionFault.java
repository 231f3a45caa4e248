package io.schemamemory.data.connection;

import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.nio.file.NoSuchFileException;
import java.sql.SQLException;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;

/// Says why no connection came about and what to do, without the driver's own text.
///
/// @param setting what holds the URL
public record ConnectionFault(DatabaseUrl url, String setting) {
  /// A user and a password in a URL that were copied as they are.
  private static final String ENCODED =
      ", and that both are percent-encoded in it (+ is %2B, & is %26, % is %25)";

  /// One sentence.
  public String sentence(SQLException failure) {
    String state = SqlState.of(failure);
    String server = "PostgreSQL at " + url.place();
    String code = " (SQLSTATE " + state + ")";
    return switch (state) {
      case "28P01" ->
          server
              + " does not let "
              + url.user()
              + " in"
              + code
              + ": check the user and password in "
              + setting
              + ENCODED;
      case "28000" ->
          server
              + " does not let "
              + url.user()
              + " in"
              + code
              + ": check the user and password in "
              + setting
              + ", that the role may log in, and that the server's pg_hba.conf has a line for it";
      case "3D000" ->
          server
              + " has no database "
              + url.database()
              + code
              + ": check the database's name in "
              + setting
              + ", or create it";
      case "42501" ->
          "%1$s may not connect to the database %2$s at %3$s%4$s: check the user and the database in %5$s; if both are right, run bin/bootstrap, or as the database's owner grant connect on database %2$s to %1$s"
              .formatted(url.user(), url.database(), url.place(), code, setting);
      case "53300" ->
          server
              + " has no connection left for "
              + url.user()
              + code
              + ": wait, or raise max_connections or the limit of the role or the database";
      case "55000" ->
          "the database %s at %s accepts no connections%s: check the database's name in %s, or alter database ... allow_connections true"
              .formatted(url.database(), url.place(), code, setting);
      case "57P03" -> server + " is starting or stopping" + code + ": try again";
      case "08P01" ->
          "the pooler at %s refuses %s or the database %s%s: check both and the password in %s; your own PgBouncer needs the lines of userlist.txt that bin/bootstrap wrote, and its own log says why"
              .formatted(url.place(), url.user(), url.database(), code, setting);
      default -> server + " cannot be reached" + code + ": " + unreachable(failure);
    };
  }

  private String unreachable(SQLException failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      String why = why(cause);
      if (why != null) {
        return why;
      }
    }
    return "check host and port in "
        + setting
        + ", that the server is running, and that the network lets it through";
  }

  private @Nullable String why(Throwable cause) {
    return switch (cause) {
      case UnknownHostException _ ->
          "no name server knows the host: check host and port in " + setting;
      case ConnectException _ ->
          "nothing listens there: check host and port in "
              + setting
              + ", and that the server is running";
      case SocketTimeoutException _ ->
          "no answer came in time: check host and port in "
              + setting
              + ", and that the network lets it through, such as a firewall or a security group";
      case NoRouteToHostException _ ->
          "the network has no way to it: check host and port in " + setting;
      case SSLException _ ->
          "its certificate is not trusted, or is another host's: the host in "
              + setting
              + " must be the one of the certificate, and the JVM's trust store, or the file of"
              + " sslrootcert, must have who signed it";
      case NoSuchFileException _ -> certificate();
      case java.io.FileNotFoundException _ -> certificate();
      case SQLException sql when "08004".equals(sql.getSQLState()) && sql.getCause() == null ->
          "it refuses this kind of connection, such as one with TLS: check host and port in "
              + setting
              + ", and that the server has TLS on";
      default -> null;
    };
  }

  private String certificate() {
    return "the file of sslrootcert in "
        + setting
        + " cannot be read: name one that can, or sslrootcert=system for the JVM's trust store";
  }
}
