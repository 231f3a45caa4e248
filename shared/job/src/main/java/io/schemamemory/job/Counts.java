package io.schemamemory.job;

import io.schemamemory.data.runs.Run.Outcome;
import java.util.AbstractMap;
import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/// What a run counted, by counter; immutable.
///
/// As a map it has every counter's name, in the order they are declared: that is how Lambda writes
/// it as an answer, how the record of runs holds it, and how it is logged.
///
/// @param <C> the counters: a new one is a new constant
public final class Counts<C extends Enum<C> & Counter> extends AbstractMap<String, Long>
    implements Recorded {
  private final EnumMap<C, Long> counted;

  private Counts(EnumMap<C, Long> counted) {
    this.counted = counted;
  }

  /// Every counter at 0.
  public static <C extends Enum<C> & Counter> Counts<C> none(Class<C> counters) {
    EnumMap<C, Long> none = new EnumMap<>(counters);
    for (C counter : counters.getEnumConstants()) {
      none.put(counter, 0L);
    }
    return new Counts<>(none);
  }

  /// One counter at 1, the others at 0.
  public static <C extends Enum<C> & Counter> Counts<C> of(C counter) {
    return of(counter, 1);
  }

  /// One counter at a number, the others at 0.
  public static <C extends Enum<C> & Counter> Counts<C> of(C counter, long number) {
    return none(counter.getDeclaringClass()).plus(counter, number);
  }

  public Counts<C> plus(C counter, long number) {
    EnumMap<C, Long> sum = new EnumMap<>(counted);
    sum.merge(counter, number, Long::sum);
    return new Counts<>(sum);
  }

  public Counts<C> plus(Counts<C> other) {
    EnumMap<C, Long> sum = new EnumMap<>(counted);
    other.counted.forEach((counter, number) -> sum.merge(counter, number, Long::sum));
    return new Counts<>(sum);
  }

  /// What a counter stands at.
  public long count(C counter) {
    return counted.getOrDefault(counter, 0L);
  }

  @Override
  public Outcome outcome() {
    return counted.keySet().stream().anyMatch(one -> one.isFailure() && count(one) > 0)
        ? Outcome.FAILED
        : Outcome.DONE;
  }

  @Override
  public Map<String, Long> numbers() {
    return this;
  }

  @Override
  public Set<Entry<String, Long>> entrySet() {
    Map<String, Long> named = new LinkedHashMap<>();
    counted.forEach(
        (counter, number) -> named.put(counter.name().toLowerCase(Locale.ROOT), number));
    return Collections.unmodifiableMap(named).entrySet();
  }

  /// For the log: `made=4 dropped=2`.
  @Override
  public String toString() {
    return entrySet().stream()
        .map(entry -> entry.getKey() + "=" + entry.getValue())
        .collect(Collectors.joining(" "));
  }
}
