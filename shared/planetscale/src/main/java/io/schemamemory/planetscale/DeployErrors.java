package io.schemamemory.planetscale;

import io.micronaut.json.tree.JsonNode;
import io.schemamemory.domain.event.PlainText;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/// Reads why a deployment failed, from wherever its body says so.
final class DeployErrors {
  private DeployErrors() {}

  /// A reason, and where it holds.
  ///
  /// @param keyspace if the body says so
  record Reason(String text, @Nullable String keyspace) {
    private String in() {
      return keyspace == null ? text : text + " (in keyspace " + keyspace + ")";
    }
  }

  /// Each reason once; with its keyspace where the reasons are of several.
  static List<String> of(JsonObject run, List<JsonObject> operations, @Nullable JsonObject revert) {
    List<Reason> all = new ArrayList<>();
    texts(run, "deploy_check_errors").forEach(text -> all.add(new Reason(text, null)));
    for (JsonObject operation : operations) {
      String keyspace = operation.maybe("keyspace_name", Shape.NAME);
      texts(operation, "deploy_errors").forEach(text -> all.add(new Reason(text, keyspace)));
    }
    all.addAll(Objects.requireNonNullElse(run.maybe("lint_errors", Shape.REASONS), List.of()));
    if (revert != null) {
      for (JsonObject operation : revert.objects("deploy_revert_operations")) {
        String keyspace = operation.maybe("keyspace_name", Shape.NAME);
        texts(operation, "revert_errors").forEach(text -> all.add(new Reason(text, keyspace)));
      }
    }
    return told(all.stream().filter(one -> !one.text().isEmpty()).toList());
  }

  private static List<String> told(List<Reason> all) {
    Stream<String> keyspaces = all.stream().map(Reason::keyspace).filter(Objects::nonNull);
    boolean several = keyspaces.distinct().limit(2).count() > 1;
    return all.stream().map(several ? Reason::in : Reason::text).distinct().toList();
  }

  /// The reasons of a field, with the keyspaces that its objects name.
  static @Nullable List<Reason> reasons(JsonNode json) {
    List<String> texts = Texts.of(json);
    if (texts == null || !json.isArray()) {
      return texts == null ? null : texts.stream().map(text -> reason(json, text)).toList();
    }
    return StreamSupport.stream(json.values().spliterator(), false)
        .filter(one -> one.isString() || one.isObject())
        .flatMap(one -> Stream.ofNullable(reasons(one)).flatMap(List::stream))
        .toList();
  }

  private static Reason reason(JsonNode said, String text) {
    JsonNode keyspace = said.isObject() ? said.get("keyspace_name") : null;
    String name = keyspace == null ? null : Shape.NAME.read().apply(keyspace);
    return new Reason(PlainText.of(text), name == null || name.isEmpty() ? null : name);
  }

  static List<String> texts(JsonObject object, String field) {
    return Objects.requireNonNullElse(object.maybe(field, Shape.TEXTS), List.of());
  }
}
