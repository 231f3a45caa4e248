package io.schemamemory.normalizedeliveries;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// The sample life under other names, and the real normalizer.
abstract class RenamedFixture extends NormalizerFixture {
  private static final int RENAMED_AFTER = 4;

  private @Nullable NormalizeDeliveries normalize;

  /// One instance for all runs of a test: each has a connection of its own.
  void normalize() {
    normalize = Objects.requireNonNullElseGet(normalize, NormalizeDeliveries::new);
    normalize.handleRequest(Map.of(), invocation);
  }

  /// The sample life, its later bodies under other names.
  static List<byte[]> renamed(String organization, String shop) {
    List<byte[]> bodies = new ArrayList<>(life());
    bodies
        .subList(RENAMED_AFTER, bodies.size())
        .replaceAll(body -> named(body, organization, shop));
    return bodies;
  }

  static byte[] named(byte[] body, String organization, String shop) {
    return new String(body, UTF_8)
        .replaceAll("\"organization\":\"\\w+\"", "\"organization\":\"" + organization + "\"")
        .replaceAll("\"database\":\"\\w+\"", "\"database\":\"" + shop + "\"")
        .replaceAll("acme/(shop|store)/", organization + "/" + shop + "/")
        .replaceAll("\"keyspace_name\":\"\\w+\"", "\"keyspace_name\":\"" + shop + "\"")
        .getBytes(UTF_8);
  }

  static long found(String wanted) {
    return Long.parseLong(
        read("select count(*) from search('" + wanted + "', page => 200)").strip());
  }

  static String states(String kind, String name, String attribute) {
    return read("select value from state where kind = '%s' and name = '%s' and attribute = '%s' order by valid_from, valid_to"
            .formatted(kind, name, attribute))
        .strip();
  }
}
