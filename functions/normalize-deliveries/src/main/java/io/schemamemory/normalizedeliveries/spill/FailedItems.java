package io.schemamemory.normalizedeliveries.spill;

import io.micronaut.serde.annotation.Serdeable;
import java.util.List;

/// The answer to SQS: the messages of a batch to be sent again, or to become dead letters.
///
/// @param batchItemFailures in Lambda's words
@Serdeable
public record FailedItems(List<Item> batchItemFailures) {
  /// One message.
  ///
  /// @param itemIdentifier its id
  @Serdeable
  public record Item(String itemIdentifier) {}

  public FailedItems {
    batchItemFailures = List.copyOf(batchItemFailures);
  }

  public static FailedItems of(List<String> ids) {
    return new FailedItems(ids.stream().map(Item::new).toList());
  }
}
