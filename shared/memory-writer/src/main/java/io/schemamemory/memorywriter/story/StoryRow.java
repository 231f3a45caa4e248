package io.schemamemory.memorywriter.story;

import io.micronaut.core.annotation.Introspected;
import io.micronaut.core.beans.BeanIntrospection;
import io.micronaut.core.beans.BeanProperty;
import io.micronaut.core.naming.NameUtils;
import io.schemamemory.domain.event.ActorId;
import io.schemamemory.domain.observation.EntryText;
import io.schemamemory.domain.story.Outcome;
import io.schemamemory.domain.story.Story;
import io.schemamemory.domain.story.StoryStep;
import io.schemamemory.memorywriter.people.PeopleArray;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Turns a story into its row: a field of [Story] is the column of the same name, a step is two
/// columns, `opened_by` and `opened_at`. A new field needs no line here.
@Introspected(classes = Story.class)
final class StoryRow {
  private static final BeanIntrospection<Story> STORY =
      BeanIntrospection.getIntrospection(Story.class);

  /// The columns that are not named as their field.
  private static final Map<String, String> RENAMED =
      Map.of(
          "id", "external_id",
          "database", "database_name",
          "url", "html_url",
          "approval", "approved");

  private StoryRow() {}

  /// The same columns for every story.
  ///
  /// @param people the ids of those in the story
  static Map<String, @Nullable Object> of(
      long workspaceId, Story story, EntryText paragraph, Map<ActorId, Long> people) {
    Map<String, @Nullable Object> row = new LinkedHashMap<>();
    row.put("workspace_id", workspaceId);
    for (BeanProperty<Story, Object> field : STORY.getBeanProperties()) {
      put(row, column(field.getName()), field.get(story), people);
    }
    row.put("can_drop_data", story.canDropData());
    row.put("template", paragraph.template());
    row.put("people", PeopleArray.of(paragraph, people));
    return row;
  }

  private static String column(String field) {
    String renamed = RENAMED.get(field);
    return renamed == null ? NameUtils.underscoreSeparate(field).toLowerCase(Locale.ROOT) : renamed;
  }

  private static void put(
      Map<String, @Nullable Object> row,
      String column,
      @Nullable Object value,
      Map<ActorId, Long> people) {
    switch (value) {
      case StoryStep step -> {
        row.put(column + "_by", step.by() == null ? null : people.get(step.by()));
        row.put(column + "_at", step.at());
      }
      case Outcome outcome -> row.put(column, outcome.label());
      case null, default -> row.put(column, value);
    }
  }
}
