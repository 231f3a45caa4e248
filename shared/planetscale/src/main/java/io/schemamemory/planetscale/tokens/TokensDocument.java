package io.schemamemory.planetscale.tokens;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.schemamemory.planetscale.api.PlanetScaleSettings;
import io.schemamemory.planetscale.api.ServiceToken;
import io.schemamemory.settings.MalformedValueException;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.TreeMap;

/// A service token for each organization.
///
/// @param own the organization that gets a feed in the workspace `default` by itself
/// @param tokens as `ID:SECRET`, by organization; `own` has one
public record TokensDocument(String own, Map<String, String> tokens) {
  /// The expected form, for messages.
  public static final String FORM =
      "{\"organization\":\"NAME\",\"tokens\":{\"NAME\":\"ID:SECRET\"}}, as bin/planetscale-token"
          + " writes it";

  private static final JsonFactory JSON = new JsonFactory();

  public TokensDocument {
    tokens = Map.copyOf(tokens);
    tokens.forEach(
        (organization, token) -> {
          var _ = PlanetScaleSettings.organization(organization);
          var _ = ServiceToken.of(token);
        });
    if (!tokens.containsKey(own)) {
      throw new MalformedValueException("its organization has no token");
    }
  }

  /// With one organization.
  public static TokensDocument of(String organization, String token) {
    return new TokensDocument(organization, Map.of(organization, token));
  }

  /// With this organization's token, in place of its former one.
  public TokensDocument with(String organization, String token) {
    Map<String, String> more = new TreeMap<>(tokens);
    more.put(organization, token);
    return new TokensDocument(own, more);
  }

  /// Reads the document.
  ///
  /// @throws IllegalArgumentException if it is malformed; the message repeats nothing of it
  public static TokensDocument parse(String text) {
    String own = "";
    Map<String, String> tokens = new TreeMap<>();
    try (JsonParser json = JSON.createParser(text)) {
      expect(json.nextToken() == JsonToken.START_OBJECT);
      while (json.nextToken() == JsonToken.FIELD_NAME) {
        switch (json.currentName()) {
          case "organization" -> own = string(json);
          case "tokens" -> tokens.putAll(strings(json));
          default -> throw new IllegalArgumentException(FORM);
        }
      }
      expect(json.currentToken() == JsonToken.END_OBJECT && json.nextToken() == null);
    } catch (IOException malformed) {
      throw new MalformedValueException("it is not well-formed JSON");
    }
    return new TokensDocument(own, tokens);
  }

  private static Map<String, String> strings(JsonParser json) throws IOException {
    expect(json.nextToken() == JsonToken.START_OBJECT);
    Map<String, String> strings = new TreeMap<>();
    while (json.nextToken() == JsonToken.FIELD_NAME) {
      strings.put(json.currentName(), string(json));
    }
    return strings;
  }

  private static String string(JsonParser json) throws IOException {
    expect(json.nextToken() == JsonToken.VALUE_STRING);
    return json.getText();
  }

  private static void expect(boolean wellFormed) {
    if (!wellFormed) {
      throw new IllegalArgumentException(FORM);
    }
  }

  /// The document as text, with its tokens.
  public String write() {
    StringWriter text = new StringWriter();
    try (JsonGenerator json = JSON.createGenerator(text).useDefaultPrettyPrinter()) {
      json.writeStartObject();
      json.writeStringField("organization", own);
      json.writeObjectFieldStart("tokens");
      for (Map.Entry<String, String> token : new TreeMap<>(tokens).entrySet()) {
        json.writeStringField(token.getKey(), token.getValue());
      }
      json.writeEndObject();
      json.writeEndObject();
      json.writeRaw('\n');
    } catch (IOException impossible) {
      throw new UncheckedIOException("a string cannot be written to", impossible);
    }
    return text.toString();
  }

  @Override
  public String toString() {
    return "TokensDocument" + tokens.keySet();
  }
}
