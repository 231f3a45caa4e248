package io.schemamemory.local.template;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.AbstractConstruct;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/// YAML with CloudFormation's short tags, read as their long forms: `!Sub x` is `{Fn::Sub: x}`.
final class CloudFormationYaml extends SafeConstructor {
  private CloudFormationYaml(LoaderOptions options) {
    super(options);
    yamlMultiConstructors.put("!", new ShortTag());
  }

  static @Nullable Object read(String text) {
    LoaderOptions options = new LoaderOptions();
    // CloudFormation refuses duplicate keys; by default the last one would win here.
    options.setAllowDuplicateKeys(false);
    try {
      return new Yaml(new CloudFormationYaml(options)).load(text);
    } catch (YAMLException e) {
      throw new TemplateException("The template is not YAML: " + e.getMessage());
    }
  }

  private final class ShortTag extends AbstractConstruct {
    @Override
    public Object construct(Node node) {
      String tag = node.getTag().getValue().substring(1);
      return Map.of(
          tag.equals("Ref") || tag.equals("Condition") ? tag : "Fn::" + tag, argument(node));
    }

    private Object argument(Node node) {
      return switch (node) {
        case ScalarNode scalar -> constructScalar(scalar);
        case SequenceNode sequence -> constructSequence(sequence);
        case MappingNode mapping -> constructMapping(mapping);
        default -> throw new YAMLException("unexpected " + node.getNodeId());
      };
    }
  }
}
