package io.schemamemory.testkit.planetscale;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// An organization's audit log, newest entry first; among equal times, the one added last is first.
public final class StandInAuditLog {
  private static final Set<String> PARAMETERS = Set.of("limit", "starting_after", "ending_before");
  private static final int USUAL = 25;
  private static final int LARGEST = 100;

  private final InstantSource clock;
  private final NavigableMap<Place, Entry> entries = new TreeMap<>();
  private final Map<String, Place> places = new HashMap<>();
  private Duration kept = Duration.ofDays(36_500);

  StandInAuditLog(InstantSource clock) {
    this.clock = clock;
  }

  private record Place(Instant time, long number) implements Comparable<Place> {
    @Override
    public int compareTo(Place other) {
      int byTime = time.compareTo(other.time);
      return byTime != 0 ? byTime : Long.compare(number, other.number);
    }
  }

  /// An entry's JSON is made when requested, so that a hundred thousand entries cost little.
  private record Entry(String id, Supplier<String> json) {}

  /// Adds an entry with the given JSON, even if PlanetScale would never send it.
  public synchronized void add(String id, Instant createdAt, String json) {
    add(createdAt, new Entry(id, () -> json));
  }

  /// Adds an entry in PlanetScale's format.
  ///
  /// @return its id
  public synchronized String add(Instant createdAt, String action) {
    long number = places.size();
    String id = Ids.of("audit", number);
    add(createdAt, new Entry(id, () -> AuditEntrySamples.json(id, number, action, createdAt)));
    return id;
  }

  /// Adds entries of many kinds, three with the same time; the last is the newest.
  public synchronized void generate(int count, Instant newest, Duration apart) {
    for (int i = count - 1; i >= 0; i--) {
      add(newest.minus(apart.multipliedBy(i / 3)), AuditEntrySamples.action(places.size()));
    }
  }

  /// Removes entries older than this; cursors that name them expire.
  public synchronized void keepFor(Duration duration) {
    kept = duration;
  }

  /// Removes entries, as if they had never been.
  public synchronized void remove(Collection<String> ids) {
    ids.forEach(id -> entries.remove(places.get(id)));
  }

  /// All ids, newest first.
  public synchronized List<String> ids() {
    return visible().descendingMap().values().stream().map(Entry::id).toList();
  }

  private void add(Instant createdAt, Entry entry) {
    Place place = new Place(createdAt, places.size());
    entries.put(place, entry);
    places.put(entry.id(), place);
  }

  private NavigableMap<Place, Entry> visible() {
    return entries.tailMap(new Place(clock.instant().minus(kept), 0), true);
  }

  /// That an unknown cursor is answered 404 is a guess.
  synchronized StandInReply page(StandInRequest request) {
    return request.knowing(
        PARAMETERS,
        () -> {
          int limit = request.number("limit", USUAL, LARGEST);
          @Nullable String after = request.query().get("starting_after");
          @Nullable String before = request.query().get("ending_before");
          if (after == null && before == null) {
            return older(visible().descendingMap().values(), limit, false);
          }
          Place place = places.get(after == null ? before : after);
          if (place == null || !visible().containsKey(place)) {
            return StandInReply.notFound();
          }
          return after == null
              ? newer(visible().tailMap(place, false).values(), limit)
              : older(visible().headMap(place, false).descendingMap().values(), limit, true);
        });
  }

  private static StandInReply older(Collection<Entry> found, int limit, boolean newer) {
    List<Entry> page = first(found, limit + 1);
    boolean more = page.size() > limit;
    return list(more ? page.subList(0, limit) : page, more, newer);
  }

  private static StandInReply newer(Collection<Entry> found, int limit) {
    List<Entry> page = first(found, limit + 1);
    boolean more = page.size() > limit;
    List<Entry> shown = more ? page.subList(0, limit) : page;
    Collections.reverse(shown);
    return list(shown, true, more);
  }

  /// Not with a stream, which would ask a part of the tree for its size: that counts every entry.
  private static List<Entry> first(Collection<Entry> found, int most) {
    List<Entry> first = new ArrayList<>();
    Iterator<Entry> rest = found.iterator();
    while (first.size() < most && rest.hasNext()) {
      first.add(rest.next());
    }
    return first;
  }

  private static StandInReply list(List<Entry> page, boolean older, boolean newer) {
    ObjectNode list =
        Json.object().put("type", "list").put("has_next", older).put("has_prev", newer);
    list.put("cursor_start", page.isEmpty() ? null : page.getFirst().id());
    list.put("cursor_end", page.isEmpty() ? null : page.getLast().id());
    return StandInReply.ok(
        Json.withData(list, page.stream().map(entry -> entry.json().get()).toList()));
  }
}
