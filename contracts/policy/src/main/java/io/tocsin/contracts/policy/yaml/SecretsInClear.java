package io.tocsin.contracts.policy.yaml;

import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/**
 * Texts that look like a secret of a provider we know, wherever they stand. A policy is published
 * and kept, so what stands in it is known for ever.
 */
public final class SecretsInClear {
  private static final String HIDDEN = "(hidden)";
  private static final List<Look> LOOKS =
      List.of(
          new Look("a GitHub token", "\\b(?:gh[pousr]_[0-9A-Za-z]{20,}|github_pat_\\w{20,})", true),
          new Look("a Slack token", "\\bxox[abeoprs]-[0-9A-Za-z-]{10,}", true),
          new Look("a Slack webhook", "hooks\\.slack\\.com/services/T[\\w/]*", true),
          new Look("a Twilio account", "\\bAC[0-9a-f]{32}\\b", true),
          new Look("a password in an address", "://[^/\\s:@${}]+:[^/\\s:@${}]+@", true),
          new Look("a private key", "-----BEGIN [A-Z ]*PRIVATE KEY[\\s\\S]*", true),
          new Look("a routing key", "\\bR[0-9A-Z]{31}\\b", true),
          new Look("a routing key", "\\b[0-9a-f]{32}\\b", false),
          new Look("an AWS access key", "\\b(?:AKIA|ASIA)[0-9A-Z]{16}\\b", true));

  private SecretsInClear() {}

  /**
   * How a secret looks.
   *
   * @param anywhere whether nothing else looks so: 32 hexadecimal digits are a key in a policy, and
   *     in a template or the body of a webhook many things
   */
  private record Look(String what, Pattern pattern, boolean anywhere) {
    Look(String what, String pattern, boolean anywhere) {
      this(what, Pattern.compile(pattern), anywhere);
    }
  }

  /** {@code text} with what looks like a secret hidden. */
  static String hide(String text) {
    String hidden = text;
    for (Look look : LOOKS) {
      hidden = look.pattern.matcher(hidden).replaceAll(HIDDEN);
    }
    return hidden;
  }

  /** Reports each of them below {@code root}, without repeating it; the nodes that hold one. */
  static Set<Node> report(Node root, String file, Problems problems) {
    Set<Node> secrets = Collections.newSetFromMap(new IdentityHashMap<>());
    look(root, file, problems, secrets, Collections.newSetFromMap(new IdentityHashMap<>()));
    return secrets;
  }

  /** The same of a file of any kind, comments included, but for lines that were told already. */
  public static void report(String file, String text, Problems problems) {
    int line = 0;
    for (String written : (Iterable<String>) text.lines()::iterator) {
      line++;
      for (Look look : LOOKS) {
        Matcher found = look.pattern.matcher(written);
        if (look.anywhere && !problems.isHidden(file, line) && found.find()) {
          problems.addSecret(problem(file, line, found.start() + 1, look), line);
        }
      }
    }
  }

  private static void look(
      Node node, String file, Problems problems, Set<Node> secrets, Set<Node> seen) {
    if (!seen.add(node)) {
      return;
    }
    if (node instanceof ScalarNode scalar) {
      first(scalar.getValue())
          .ifPresent(
              look -> {
                secrets.add(scalar);
                int line = scalar.getStartMark().getLine() + 1;
                int column = scalar.getStartMark().getColumn() + 1;
                problems.addSecret(
                    problem(file, line, column, look), scalar.getEndMark().getLine() + 1);
              });
    } else if (node instanceof SequenceNode list) {
      list.getValue().forEach(item -> look(item, file, problems, secrets, seen));
    } else if (node instanceof MappingNode mapping) {
      mapping
          .getValue()
          .forEach(
              pair -> {
                look(pair.getKeyNode(), file, problems, secrets, seen);
                look(pair.getValueNode(), file, problems, secrets, seen);
              });
    }
  }

  private static Optional<Look> first(String text) {
    return LOOKS.stream().filter(look -> look.pattern.matcher(text).find()).findFirst();
  }

  private static Problem problem(String file, int line, int column, Look look) {
    return new Problem(
        file,
        line,
        column,
        HIDDEN,
        "looks like %s, and a policy is kept for ever".formatted(look.what),
        "take it out, and change it if it was a real one; where a key or an address belongs, write"
            + " ${SOME_NAME} and set that environment variable");
  }
}
