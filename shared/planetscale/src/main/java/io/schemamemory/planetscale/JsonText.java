package io.schemamemory.planetscale;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import io.micronaut.json.tree.JsonNode;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

/// Parses bytes that are one JSON object. What in it cannot be read or stored costs its own field
/// only, for an event must not be lost for a field nobody reads.
public final class JsonText {
  /// So deep that only an attack is deeper, and that a parser's notes of it fit into memory.
  private static final int DEEPEST = 100_000;

  private static final JsonFactory JSON =
      JsonFactory.builder()
          .streamReadConstraints(
              StreamReadConstraints.builder()
                  .maxNestingDepth(DEEPEST)
                  .maxNameLength(Integer.MAX_VALUE)
                  .maxStringLength(Integer.MAX_VALUE)
                  .maxNumberLength(Integer.MAX_VALUE)
                  .build())
          .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
          .enable(JsonReadFeature.ALLOW_UNESCAPED_CONTROL_CHARS)
          .build();

  private JsonText() {}

  /// Parses the bytes, or says what is wrong with them without repeating them.
  public static JsonObject read(byte[] body) throws UnreadableException {
    String text = withoutMark(decode(body));
    try (JsonParser parser = JSON.createParser(text)) {
      if (parser.nextToken() != JsonToken.START_OBJECT) {
        throw new UnreadableException("the body is not a JSON object");
      }
      PassedOver passedOver = new PassedOver();
      JsonNode object = new JsonTree(parser, passedOver).object();
      if (parser.nextToken() != null) {
        throw new UnreadableException("the body holds more than one JSON value");
      }
      return new JsonObject("", object, passedOver);
    } catch (StreamConstraintsException tooDeep) {
      throw new UnreadableException("the body is nested too deep");
    } catch (JsonParseException malformed) {
      throw new UnreadableException(
          "the body is not well-formed JSON, near character "
              + malformed.getLocation().getCharOffset());
    } catch (IOException impossible) {
      throw new IllegalStateException("a text in memory was not read", impossible);
    }
  }

  /// Without the byte order mark that some programs begin with.
  private static String withoutMark(String text) {
    return text.startsWith("\ufeff") ? text.substring(1) : text;
  }

  private static String decode(byte[] body) {
    try {
      return StandardCharsets.UTF_8
          .newDecoder()
          .onMalformedInput(CodingErrorAction.REPLACE)
          .replaceWith(UnreadableCharacters.NOT_UTF_8)
          .decode(ByteBuffer.wrap(body))
          .toString();
    } catch (CharacterCodingException impossible) {
      throw new IllegalStateException("bytes that are no UTF-8 were not replaced", impossible);
    }
  }
}
