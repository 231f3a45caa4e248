package io.schemamemory.planetscale;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.util.JsonParserDelegate;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/// Checks every key and string while parsing, and stops at one the database cannot store.
final class CheckedText extends JsonParserDelegate {
  CheckedText(JsonParser parser) {
    super(parser);
  }

  /// A string cannot be stored.
  static final class UnfitException extends IOException {
    private static final long serialVersionUID = 1L;

    private UnfitException(String reason) {
      super(reason);
    }
  }

  @Override
  public @Nullable JsonToken nextToken() throws IOException {
    JsonToken token = super.nextToken();
    if (token == JsonToken.VALUE_STRING || token == JsonToken.FIELD_NAME) {
      check(getText());
    }
    return token;
  }

  private static void check(String text) throws UnfitException {
    if (text.indexOf('\0') >= 0) {
      throw new UnfitException("the body holds the character U+0000, which PostgreSQL refuses");
    }
    if (text.codePoints()
        .anyMatch(c -> c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE)) {
      throw new UnfitException("the body holds half a surrogate pair");
    }
  }
}
