package io.schemamemory.local.rehearsal.scene;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ScenesTest {
  private final List<String> played = new ArrayList<>();
  private final Scenes scenes = new Scenes(List.of(scene("deploy"), scene("delete")));

  @Test
  void a_scene_is_played_around_its_command_once() {
    run("sam deploy");
    run("sam deploy");
    assertThat(played).containsExactly("before deploy", "after deploy");
  }

  @Test
  void a_page_without_a_scenes_command_is_refused() {
    run("sam deploy");
    assertThatThrownBy(scenes::mustBeComplete).hasMessageContaining("sam delete");
  }

  @Test
  void a_page_with_all_of_them_is_complete() {
    run("sam deploy");
    run("sam delete");
    scenes.mustBeComplete();
    assertThat(played).hasSize(4);
  }

  private void run(String commands) {
    scenes.before(commands);
    scenes.after(commands);
  }

  private Scene scene(String name) {
    return new Scene() {
      @Override
      public String command() {
        return "sam " + name;
      }

      @Override
      public void before() {
        played.add("before " + name);
      }

      @Override
      public void after() {
        played.add("after " + name);
      }
    };
  }
}
