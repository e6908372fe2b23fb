package io.tocsin.contracts.policy.template;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.commonmark.node.Node;
import org.commonmark.node.Paragraph;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.Text;

/** What a reader of Markdown made of a text: the kinds of its nodes, and its words. */
record MarkdownText(List<String> nodes, String words) {

  static MarkdownText of(Node document) {
    List<String> nodes = new ArrayList<>();
    StringBuilder words = new StringBuilder();
    walk(document, nodes, words);
    return new MarkdownText(nodes, words.toString());
  }

  long counts(String... kinds) {
    return nodes.stream().filter(Arrays.asList(kinds)::contains).count();
  }

  private static void walk(Node node, List<String> nodes, StringBuilder words) {
    nodes.add(node.getClass().getSimpleName());
    if (node instanceof Text text) {
      words.append(text.getLiteral());
    } else if (node instanceof SoftLineBreak) {
      words.append('\n');
    }
    for (Node child = node.getFirstChild(); child != null; child = child.getNext()) {
      walk(child, nodes, words);
    }
    if (node instanceof Paragraph) {
      words.append('\n');
    }
  }
}
