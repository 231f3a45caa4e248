package io.schemamemory.memorywriter.rows;

import io.micronaut.core.type.Argument;
import io.micronaut.json.JsonMapper;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Collection;
import java.util.Objects;
import java.util.stream.Stream;

/// Rows as a JSON array: one parameter, or one result, however many there are.
@Singleton
public class RowJson {
  private final JsonMapper mapper;

  public RowJson(JsonMapper mapper) {
    this.mapper = mapper;
  }

  public String write(Collection<?> rows) {
    try {
      return mapper.writeValueAsString(rows);
    } catch (IOException impossible) {
      throw new UncheckedIOException("rows could not be written as JSON", impossible);
    }
  }

  public <T> Stream<T> read(String json, Class<T> row) {
    try {
      return Objects.requireNonNull(mapper.readValue(json, Argument.listOf(row)), "an array")
          .stream();
    } catch (IOException malformed) {
      throw new UncheckedIOException("rows from the database could not be read", malformed);
    }
  }
}
