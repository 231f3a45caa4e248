package io.schemamemory.planetscale;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/// Bytes that are one JSON object the memory can hold: valid UTF-8, no `\u0000`, no lone surrogate,
/// no key twice, no depth that exhausts a stack.
public final class JsonText {
  /// PlanetScale nests 6 deep; ten times that is somebody's experiment.
  private static final int DEEPEST = 64;

  private static final JsonFactory STRICT =
      JsonFactory.builder()
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .streamReadConstraints(StreamReadConstraints.builder().maxNestingDepth(DEEPEST).build())
          .build();

  private JsonText() {}

  /// Checks the bytes and gives them back as text.
  public static String check(byte[] body) throws UnreadableException {
    String text = decode(body);
    // Bytes that are valid UTF-8 hold no half of a pair, and a string no bare control character.
    boolean escapes = text.contains("\\u");
    try (JsonParser parser = STRICT.createParser(text)) {
      if (parser.nextToken() != JsonToken.START_OBJECT) {
        throw new UnreadableException("the body is not a JSON object");
      }
      while (!parser.getParsingContext().inRoot()) {
        parser.nextToken();
        if (escapes) {
          checkText(parser);
        }
      }
      if (parser.nextToken() != null) {
        throw new UnreadableException("the body holds more than one JSON value");
      }
      return text;
    } catch (StreamConstraintsException tooMuch) {
      throw new UnreadableException("the body is nested too deep or holds too long a value");
    } catch (JsonParseException malformed) {
      throw new UnreadableException(
          "the body is not well-formed JSON, or has a key twice, near character "
              + malformed.getLocation().getCharOffset());
    } catch (IOException impossible) {
      throw new IllegalStateException("a text in memory was not read", impossible);
    }
  }

  private static String decode(byte[] body) throws UnreadableException {
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(body)).toString();
    } catch (CharacterCodingException invalid) {
      throw new UnreadableException("the body is not valid UTF-8");
    }
  }

  private static void checkText(JsonParser parser) throws IOException, UnreadableException {
    if (parser.currentToken() != JsonToken.VALUE_STRING
        && parser.currentToken() != JsonToken.FIELD_NAME) {
      return;
    }
    String text = parser.getText();
    if (text.indexOf('\0') >= 0) {
      throw new UnreadableException(
          "the body holds the character U+0000, which PostgreSQL refuses");
    }
    if (text.codePoints()
        .anyMatch(c -> c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE)) {
      throw new UnreadableException("the body holds half a surrogate pair");
    }
  }
}
