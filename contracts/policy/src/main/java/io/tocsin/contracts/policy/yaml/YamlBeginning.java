package io.tocsin.contracts.policy.yaml;

import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.DumperOptions.ScalarStyle;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.events.Event;
import org.yaml.snakeyaml.events.NodeEvent;
import org.yaml.snakeyaml.events.ScalarEvent;

/**
 * What could be read of a file that is no YAML before it could not.
 *
 * @param anchors that it gives to sections and texts
 * @param lastQuoted the text in quotes that was read last
 */
record YamlBeginning(List<String> anchors, @Nullable Quoted lastQuoted) {

  /** Where a text in quotes stands, all from 1. */
  record Quoted(int line, int column, int lastLine) {}

  static YamlBeginning of(String text) {
    List<String> anchors = new ArrayList<>();
    Quoted last = null;
    try {
      for (Event event : new Yaml(YamlFiles.options()).parse(new StringReader(text))) {
        if (event instanceof NodeEvent node
            && node.getAnchor() != null
            && !event.is(Event.ID.Alias)) {
          anchors.add(node.getAnchor());
        }
        if (event instanceof ScalarEvent scalar && isQuoted(scalar)) {
          last =
              new Quoted(
                  scalar.getStartMark().getLine() + 1,
                  scalar.getStartMark().getColumn() + 1,
                  scalar.getEndMark().getLine() + 1);
        }
      }
    } catch (YAMLException e) {
      // what was read until here is what is asked for
    }
    return new YamlBeginning(anchors, last);
  }

  private static boolean isQuoted(ScalarEvent scalar) {
    return scalar.getScalarStyle() == ScalarStyle.DOUBLE_QUOTED
        || scalar.getScalarStyle() == ScalarStyle.SINGLE_QUOTED;
  }
}
