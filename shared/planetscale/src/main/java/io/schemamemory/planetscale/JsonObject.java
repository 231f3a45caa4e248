package io.schemamemory.planetscale;

import io.micronaut.json.tree.JsonNode;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A JSON object of a body, read field by field. A field that is missing, null or empty is absent;
/// one of another shape is passed over, unless the event needs it. Other fields are ignored, since
/// PlanetScale adds and renames them.
public final class JsonObject {
  private final String path;
  private final JsonNode json;
  private final PassedOver passedOver;

  /// @param path names the object in reasons; empty for the body
  /// @param passedOver collects the names of fields of another shape
  JsonObject(String path, JsonNode json, PassedOver passedOver) {
    this.path = path;
    this.json = json;
    this.passedOver = passedOver;
  }

  /// A field that must be there.
  public <T> T need(String field, Shape<T> shape) throws UnreadableException {
    T value = key(field, shape);
    if (value == null) {
      throw new UnreadableException("the body has no " + path + field);
    }
    return value;
  }

  /// A field that may be absent, but must be readable if present: it is part of an identity.
  <T> @Nullable T key(String field, Shape<T> shape) throws UnreadableException {
    JsonNode value = value(field);
    if (value == null) {
      if (passedOver.names().contains(PassedOver.twice(path + field))) {
        throw new UnreadableException("the body has " + path + field + " twice");
      }
      return null;
    }
    T read = shape.read().apply(value);
    if (read == null) {
      if (shape.equals(Shape.NAME) && isUnreadable(value)) {
        throw new UnreadableException(path + field + " holds a character that cannot be read");
      }
      throw new UnreadableException(path + field + " is not " + shape.name());
    }
    return "".equals(read) ? null : read;
  }

  /// An optional field, passed over if it has another shape.
  public <T> @Nullable T maybe(String field, Shape<T> shape) {
    JsonNode value = value(field);
    T read = value == null ? null : shape.read().apply(value);
    if (value != null && read == null) {
      passedOver.add(path + field);
    }
    return "".equals(read) ? null : read;
  }

  public boolean flag(String field) {
    return Boolean.TRUE.equals(maybe(field, Shape.FLAG));
  }

  JsonObject needObject(String field) throws UnreadableException {
    return child(field, need(field, Shape.OBJECT));
  }

  @Nullable JsonObject keyObject(String field) throws UnreadableException {
    JsonNode object = key(field, Shape.OBJECT);
    return object == null ? null : child(field, object);
  }

  @Nullable JsonObject object(String field) {
    JsonNode object = maybe(field, Shape.OBJECT);
    return object == null ? null : child(field, object);
  }

  /// The objects of a list; anything else in it is passed over.
  List<JsonObject> objects(String field) {
    List<JsonObject> objects = new ArrayList<>();
    List<JsonNode> list = maybe(field, Shape.LIST);
    for (JsonNode element : list == null ? List.<JsonNode>of() : list) {
      if (element.isObject()) {
        objects.add(child(field, element));
      } else if (!element.isNull()) {
        passedOver.add(path + field);
      }
    }
    return objects;
  }

  /// The names of the fields that were passed over so far, in the whole body.
  public List<String> passedOver() {
    return passedOver.names();
  }

  private static boolean isUnreadable(JsonNode value) {
    return value.isString() && UnreadableCharacters.wereIn(value.getStringValue());
  }

  private JsonObject child(String field, JsonNode object) {
    return new JsonObject(path + field + ".", object, passedOver);
  }

  private @Nullable JsonNode value(String field) {
    JsonNode value = json.get(field);
    return value == null || value.isNull() ? null : value;
  }
}
