package io.schemamemory.planetscale.api.resource;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import io.schemamemory.planetscale.UnreadableException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A list as PlanetScale wraps it, split into its items without reading them.
///
/// The bytes are read as Latin-1, where a character is a byte: items are cut out exactly, and text
/// that is not UTF-8 spoils only its own item. JSON's structure is ASCII in both.
///
/// @param members the scalar fields beside the items, such as the next page
public record ListBody(Map<String, @Nullable String> members, List<Raw> items) {
  private static final String ITEMS = "data";

  /// An entry so deep must not cost its neighbours; a parser's notes of it must fit into memory.
  private static final int DEEPEST = 100_000;

  /// The body's length is bounded; an item's contents are checked when it is read.
  private static final JsonFactory STRUCTURE =
      JsonFactory.builder()
          .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
          .enable(JsonReadFeature.ALLOW_UNESCAPED_CONTROL_CHARS)
          .streamReadConstraints(
              StreamReadConstraints.builder()
                  .maxNestingDepth(DEEPEST)
                  .maxNameLength(Integer.MAX_VALUE)
                  .maxStringLength(Integer.MAX_VALUE)
                  .maxNumberLength(Integer.MAX_VALUE)
                  .build())
          .build();

  /// Splits a list into its items.
  public static ListBody of(Raw body) throws UnreadableException {
    Map<String, @Nullable String> members = new HashMap<>();
    Map<String, List<Raw>> lists = new HashMap<>();
    read(
        body,
        (name, parser) -> {
          if (name.equals(ITEMS) && parser.hasToken(JsonToken.START_ARRAY)) {
            lists.put(name, cut(body, parser));
          } else {
            members.put(name, scalar(parser));
          }
        });
    List<Raw> items = lists.get(ITEMS);
    if (items == null) {
      throw new UnreadableException("the body is no list: it has no " + ITEMS);
    }
    return new ListBody(members, items);
  }

  /// An object's field, if it is a string, a number or a boolean.
  public static @Nullable String member(Raw object, String wanted) throws UnreadableException {
    Map<String, @Nullable String> members = new HashMap<>();
    read(object, (name, parser) -> members.put(name, scalar(parser)));
    return members.get(wanted);
  }

  /// A field that must be there, though it may be null.
  public @Nullable String stated(String name) throws UnreadableException {
    if (!members.containsKey(name)) {
      throw new UnreadableException("the body does not say " + name);
    }
    return members.get(name);
  }

  /// What the beginning of a list tells, cut off in its first item.
  ///
  /// @param id of the first item
  /// @param itemBegins where in the bytes
  record Beginning(Map<String, @Nullable String> members, Optional<String> id, int itemBegins) {}

  /// Reads a list that was cut off in its first item, as far as it goes.
  static Beginning beginning(Raw body) {
    Map<String, @Nullable String> members = new HashMap<>();
    Map<String, @Nullable String> item = new HashMap<>();
    int begins = 0;
    try (JsonParser parser = STRUCTURE.createParser(new String(body.bytes(), ISO_8859_1))) {
      parser.nextToken();
      for (String name = parser.nextFieldName(); name != null; name = parser.nextFieldName()) {
        parser.nextToken();
        if (name.equals(ITEMS) && parser.hasToken(JsonToken.START_ARRAY)) {
          parser.nextToken();
          begins = Math.toIntExact(parser.currentTokenLocation().getCharOffset());
          scalars(parser, item);
        } else {
          members.put(name, scalar(parser));
        }
      }
    } catch (IOException cutOff) {
      // As expected: what was read until then is what there is.
    }
    return new Beginning(members, Optional.ofNullable(item.get("id")), begins);
  }

  private static void scalars(JsonParser object, Map<String, @Nullable String> into)
      throws IOException {
    for (String name = object.nextFieldName(); name != null; name = object.nextFieldName()) {
      object.nextToken();
      into.put(name, scalar(object));
    }
  }

  /// Reads one field of an object; leaves the parser at the field's end.
  @FunctionalInterface
  private interface MemberReader {
    void read(String name, JsonParser parser) throws IOException;
  }

  private static void read(Raw body, MemberReader reader) throws UnreadableException {
    try (JsonParser parser = STRUCTURE.createParser(new String(body.bytes(), ISO_8859_1))) {
      if (parser.nextToken() != JsonToken.START_OBJECT) {
        throw new UnreadableException("the body is not a JSON object");
      }
      for (String name = parser.nextFieldName(); name != null; name = parser.nextFieldName()) {
        parser.nextToken();
        reader.read(name, parser);
      }
      if (parser.nextToken() != null) {
        throw new UnreadableException("the body holds more than one JSON value");
      }
    } catch (IOException malformed) {
      throw new UnreadableException("the body is not well-formed JSON, or cut short");
    }
  }

  private static List<Raw> cut(Raw body, JsonParser parser) throws IOException {
    List<Raw> items = new ArrayList<>();
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      int from = Math.toIntExact(parser.currentTokenLocation().getCharOffset());
      parser.skipChildren();
      parser.finishToken();
      items.add(body.slice(from, Math.toIntExact(parser.currentLocation().getCharOffset())));
    }
    return items;
  }

  private static @Nullable String scalar(JsonParser parser) throws IOException {
    boolean absent =
        !parser.currentToken().isScalarValue() || parser.hasToken(JsonToken.VALUE_NULL);
    String text = absent ? null : parser.getText();
    parser.skipChildren();
    return text;
  }
}
