package io.schemamemory.domain.observation;

import io.schemamemory.domain.event.Facts.Storage;
import io.schemamemory.domain.event.Facts.Volume;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Comparator;
import java.util.stream.Stream;

/// Words how full storage is.
final class StorageSentence {
  private StorageSentence() {}

  private record Shard(String name, double percentage) {}

  static EntryText of(Storage storage, String place) {
    String keyspace = storage.keyspace();
    EntryText text =
        EntryText.EMPTY
            .words("Storage of ")
            .quotedAfter("keyspace ", keyspace)
            .words(keyspace == null ? "branch " : " on branch ")
            .quoted(storage.branch())
            .words(" of ")
            .quoted(place);
    Double percentage = storage.percentage();
    return fullest(
        percentage == null
            ? text.words(" is filling up")
            : text.words(" is " + percent(percentage) + " full"),
        storage);
  }

  /// One shard may be fuller than the percentage of the whole says.
  private static EntryText fullest(EntryText text, Storage storage) {
    if (storage.volumes().size() < 2) {
      return text;
    }
    return storage.volumes().stream()
        .flatMap(StorageSentence::shard)
        .max(Comparator.comparingDouble(Shard::percentage).thenComparing(Shard::name))
        .map(
            shard ->
                text.words(" (shard ")
                    .quoted(shard.name())
                    .words(": " + percent(shard.percentage()) + ")"))
        .orElse(text);
  }

  private static Stream<Shard> shard(Volume volume) {
    String name = volume.shard();
    Double percentage = volume.percentage();
    return name == null || percentage == null
        ? Stream.empty()
        : Stream.of(new Shard(name, percentage));
  }

  private static String percent(double percentage) {
    BigDecimal rounded = BigDecimal.valueOf(percentage).setScale(1, RoundingMode.HALF_UP);
    return rounded.stripTrailingZeros().toPlainString() + " %";
  }
}
