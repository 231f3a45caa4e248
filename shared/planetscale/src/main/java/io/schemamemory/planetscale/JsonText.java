package io.schemamemory.planetscale;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import io.micronaut.jackson.core.tree.JsonNodeTreeCodec;
import io.micronaut.json.tree.JsonNode;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/// Parses bytes that are one JSON object the database can store: valid UTF-8, no `\u0000`, no lone
/// surrogate, no key twice, no depth that exhausts a stack.
public final class JsonText {
  /// PlanetScale nests 6 deep; ten times that is not PlanetScale's.
  private static final int DEEPEST = 64;

  private static final JsonFactory STRICT =
      JsonFactory.builder()
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .streamReadConstraints(StreamReadConstraints.builder().maxNestingDepth(DEEPEST).build())
          .build();

  private JsonText() {}

  /// Parses the bytes, or says what is wrong with them without repeating them.
  public static JsonNode read(byte[] body) throws UnreadableException {
    String text = decode(body);
    try (JsonParser parser = parser(text)) {
      if (parser.nextToken() != JsonToken.START_OBJECT) {
        throw new UnreadableException("the body is not a JSON object");
      }
      JsonNode object = JsonNodeTreeCodec.getInstance().readTree(parser);
      if (parser.nextToken() != null) {
        throw new UnreadableException("the body holds more than one JSON value");
      }
      return object;
    } catch (StreamConstraintsException tooMuch) {
      throw new UnreadableException("the body is nested too deep or holds too long a value");
    } catch (JsonParseException malformed) {
      throw new UnreadableException(
          "the body is not well-formed JSON, or has a key twice, near character "
              + malformed.getLocation().getCharOffset());
    } catch (CheckedText.UnfitException unfit) {
      throw new UnreadableException(String.valueOf(unfit.getMessage()));
    } catch (IOException impossible) {
      throw new IllegalStateException("a text in memory was not read", impossible);
    }
  }

  /// Valid UTF-8 contains no lone surrogate, and a JSON string no bare control character: only
  /// escapes need a check.
  private static JsonParser parser(String text) throws IOException {
    JsonParser parser = STRICT.createParser(text);
    return text.contains("\\u") ? new CheckedText(parser) : parser;
  }

  private static String decode(byte[] body) throws UnreadableException {
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(body)).toString();
    } catch (CharacterCodingException invalid) {
      throw new UnreadableException("the body is not valid UTF-8");
    }
  }
}
