package io.schemamemory.domain.entity;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.schemamemory.domain.ddl.Dialect;
import io.schemamemory.domain.event.Envelope;
import org.jspecify.annotations.Nullable;

/// Names a thing of PlanetScale's by its path, such as `acme/shop/main`.
///
/// @param path as written
/// @param key what all spellings of the path have in common: the thing's identity
public record EntityName(Facet kind, String path, String key) {
  /// Organization, database, keyspace, table and column.
  static final int LONGEST = 5 * PathPart.LONGEST + 4;

  public EntityName {
    if (!kind.namesEntities()) {
      throw new IllegalArgumentException(kind.label() + " names nothing that is seen");
    }
    if (path.getBytes(UTF_8).length > LONGEST || key.getBytes(UTF_8).length > LONGEST) {
      throw new IllegalArgumentException("a path has at most " + LONGEST + " bytes");
    }
  }

  EntityName(Facet kind, String path) {
    this(kind, path, path);
  }

  static EntityName organization(Envelope of) {
    return new EntityName(Facet.ORGANIZATION, part(of.organization()));
  }

  static EntityName database(Envelope of) {
    return new EntityName(Facet.DATABASE, place(of));
  }

  static EntityName branch(Envelope in, String name) {
    return new EntityName(Facet.BRANCH, place(in) + "/" + part(name));
  }

  static EntityName keyspace(Envelope in, String name) {
    return new EntityName(Facet.KEYSPACE, place(in) + "/" + part(name));
  }

  /// By its number, as people call it: PlanetScale counts within a database.
  public static EntityName deployRequest(Envelope in, long number) {
    return new EntityName(Facet.DEPLOY_REQUEST, place(in) + "/" + number);
  }

  /// Its keyspace is named only where it is not the database's own of the same name.
  static EntityName table(Envelope in, @Nullable String keyspace, String name) {
    return new EntityName(Facet.TABLE, within(in, keyspace) + part(name));
  }

  /// MySQL's: no other dialect's statements are read into columns.
  static EntityName column(Envelope in, @Nullable String keyspace, String table, String name) {
    String owner = within(in, keyspace) + PathPart.of(table).beforeDot().text() + ".";
    String key = columnKey(part(columnKey(name)));
    String written = part(name);
    // A digest differs between spellings: what is cut is shown by its key.
    boolean whole = columnKey(written).equals(key);
    return new EntityName(Facet.COLUMN, owner + (whole ? written : key), owner + key);
  }

  private static String columnKey(String name) {
    return Dialect.MYSQL.columnKey(name);
  }

  private static String within(Envelope in, @Nullable String keyspace) {
    return keyspace == null || keyspace.equals(in.database())
        ? place(in) + "/"
        : place(in) + "/" + part(keyspace) + "/";
  }

  private static String place(Envelope of) {
    return part(of.organization()) + "/" + part(of.database());
  }

  private static String part(String name) {
    return PathPart.of(name).text();
  }
}
