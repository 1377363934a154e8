package dev.hexwing.architecture;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/** One value of a YAML text that knows where it stands, so that mistakes can be shown. */
final class YamlTree {

  private final String file;
  private final String path;
  private final Node node;

  private YamlTree(String file, String path, Node node) {
    this.file = file;
    this.path = path;
    this.node = node;
  }

  /**
   * Reads a text.
   *
   * @throws LayoutMistake if it is no YAML, or empty
   */
  static YamlTree read(String text, String file) {
    LoadSettings settings = LoadSettings.builder().setLabel(file).setUseMarks(true).build();
    try {
      Optional<Node> root = new Compose(settings).composeString(text);
      return root.map(node -> new YamlTree(file, "", node))
          .orElseThrow(() -> new LayoutMistake(file, 1, "the layout is empty"));
    } catch (MarkedYamlEngineException e) {
      int line = e.getProblemMark().map(mark -> mark.getLine() + 1).orElse(1);
      throw new LayoutMistake(file, line, "is no YAML: " + e.getProblem());
    } catch (YamlEngineException e) {
      throw new LayoutMistake(file, 1, "is no YAML: " + e.getMessage());
    }
  }

  int line() {
    return node.getStartMark().map(mark -> mark.getLine() + 1).orElse(1);
  }

  /** The place, for messages that come later. */
  String where() {
    return file + ":" + line();
  }

  LayoutMistake mistake(String what) {
    return new LayoutMistake(file, line(), path.isEmpty() ? what : path + ": " + what);
  }

  boolean isMap() {
    return node instanceof MappingNode;
  }

  boolean isText() {
    return node instanceof ScalarNode;
  }

  /**
   * The entries of a map.
   *
   * @param known the keys that may be there
   * @throws LayoutMistake if it is no map, or has other keys
   */
  Map<String, YamlTree> map(Collection<String> known) {
    Map<String, YamlTree> entries = map();
    entries.forEach(
        (key, value) -> {
          if (!known.contains(key)) {
            throw new LayoutMistake(
                file, value.line(), value.path + ": no such key; known are " + sorted(known));
          }
        });
    return entries;
  }

  private static String sorted(Collection<String> known) {
    return String.join(", ", known.stream().sorted().toList());
  }

  /** The entries of a map with keys of any name. */
  Map<String, YamlTree> map() {
    if (!(node instanceof MappingNode mapping)) {
      throw mistake("must be a map of keys to values");
    }
    Map<String, YamlTree> entries = new LinkedHashMap<>();
    for (NodeTuple tuple : mapping.getValue()) {
      if (!(tuple.getKeyNode() instanceof ScalarNode key)) {
        throw mistake("has a key that is no text");
      }
      String name = key.getValue();
      YamlTree value = new YamlTree(file, below(name), tuple.getValueNode());
      if (entries.put(name, value) != null) {
        throw value.mistake("stands here twice");
      }
    }
    return entries;
  }

  private String below(String name) {
    return path.isEmpty() ? name : path + "." + name;
  }

  /** The elements of a list; a single value is a list of one. */
  List<YamlTree> list() {
    if (!(node instanceof SequenceNode sequence)) {
      return List.of(this);
    }
    List<YamlTree> elements = new ArrayList<>();
    for (Node one : sequence.getValue()) {
      elements.add(new YamlTree(file, path + "[" + elements.size() + "]", one));
    }
    return elements;
  }

  /** A text that says something. */
  String text() {
    if (!(node instanceof ScalarNode scalar) || scalar.getValue().isBlank()) {
      throw mistake("must be a text");
    }
    return scalar.getValue().strip();
  }

  /** Texts, one or several. */
  List<String> texts() {
    return list().stream().map(YamlTree::text).toList();
  }
}
