package io.schemamemory.testkit.planetscale;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Set;

/// Lists in numbered pages.
final class NumberedPages {
  private static final Set<String> PARAMETERS = Set.of("page", "per_page");
  private static final int USUAL = 25;
  private static final int LARGEST = 100;

  private NumberedPages() {}

  static StandInReply of(StandInRequest request, List<String> items) {
    return request.knowing(
        PARAMETERS,
        () ->
            page(
                items,
                request.number("page", 1, Integer.MAX_VALUE),
                request.number("per_page", USUAL, LARGEST)));
  }

  private static StandInReply page(List<String> items, int number, int size) {
    int from = (int) Math.min((number - 1L) * size, items.size());
    int to = Math.min(from + size, items.size());
    ObjectNode list =
        Json.object().put("type", "list").put("current_page", number).put("per_page", size);
    put(list, "next_page", to < items.size() ? number + 1 : 0);
    put(list, "prev_page", number - 1);
    return StandInReply.ok(Json.withData(list, items.subList(from, to)));
  }

  private static void put(ObjectNode list, String name, int page) {
    if (page == 0) {
      list.putNull(name).putNull(name + "_url");
    } else {
      list.put(name, page).put(name + "_url", "https://api.planetscale.com/?page=" + page);
    }
  }
}
