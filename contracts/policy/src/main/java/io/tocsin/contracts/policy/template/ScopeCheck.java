package io.tocsin.contracts.policy.template;

import io.tocsin.contracts.policy.template.Piece.Sort;
import io.tocsin.contracts.policy.template.Piece.Tag;
import io.tocsin.contracts.policy.yaml.Nearest;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Do the tags name what is there, and are the sections well nested? */
final class ScopeCheck {
  private static final int DEEPEST = 8;
  private static final List<Variable<?>> OF_EVERY_RECORD =
      List.of(
          Variable.flag("-first", "Set in the first record of a list."),
          Variable.flag("-last", "Set in the last record of a list."));
  private final TemplateKind kind;
  private final TemplateFlaws flaws;
  private final Deque<Section> open = new ArrayDeque<>();

  private record Section(Tag tag, Map<String, Variable<?>> visible, boolean repeats) {}

  private ScopeCheck(TemplateKind kind, TemplateFlaws flaws) {
    this.kind = kind;
    this.flaws = flaws;
  }

  static void check(List<Piece> pieces, TemplateKind kind, TemplateFlaws flaws) {
    ScopeCheck check = new ScopeCheck(kind, flaws);
    for (Piece piece : pieces) {
      if (piece instanceof Tag tag) {
        check.check(tag);
      }
    }
    for (Section section : check.open) {
      Tag tag = section.tag();
      flaws.add(
          tag.at(),
          tag.source(),
          "this section is never closed",
          "write {{/" + tag.name() + "}} where it ends");
    }
  }

  private void check(Tag tag) {
    switch (tag.sort()) {
      case VARIABLE -> show(tag);
      case SECTION, INVERTED -> open(tag);
      case END -> close(tag);
      case COMMENT -> {}
    }
  }

  private void show(Tag tag) {
    Variable<?> variable = find(tag);
    if (variable != null
        && (variable.type() == Variable.Type.FLAG || variable.type() == Variable.Type.LIST)) {
      String name = tag.name();
      flaws.add(
          tag.at(),
          name,
          variable.type() == Variable.Type.FLAG
              ? "this is true or false and cannot be shown itself"
              : "this is a list and cannot be shown itself",
          "write {{#%s}}…{{/%s}} around what it stands for".formatted(name, name));
    }
  }

  private void open(Tag tag) {
    Variable<?> variable = find(tag);
    boolean repeats =
        tag.sort() == Sort.SECTION && variable != null && variable.type() == Variable.Type.LIST;
    if (repeats && open.stream().anyMatch(Section::repeats)) {
      flaws.add(tag.at(), tag.name(), "a list stands inside a list", "close the outer list first");
    }
    if (open.size() == DEEPEST) {
      flaws.add(
          tag.at(),
          tag.name(),
          "sections are nested too deep",
          "use " + DEEPEST + " within each other at most");
    }
    Map<String, Variable<?>> visible = visible();
    if (repeats && variable != null) {
      visible.putAll(named(OF_EVERY_RECORD));
      visible.putAll(named(variable.fields()));
    }
    open.push(new Section(tag, visible, repeats));
  }

  private void close(Tag tag) {
    Section innermost = open.peek();
    if (innermost == null) {
      flaws.add(
          tag.at(),
          tag.source(),
          "this closes a section that was never opened",
          "write {{#" + tag.name() + "}} where it begins");
      return;
    }
    Tag opened = innermost.tag();
    if (!opened.name().equals(tag.name())) {
      flaws.add(
          tag.at(),
          tag.source(),
          "the section that is open here is '%s', of line %d"
              .formatted(opened.name(), opened.at().line()),
          "write {{/" + opened.name() + "}}");
    }
    open.pop();
  }

  private @Nullable Variable<?> find(Tag tag) {
    Map<String, Variable<?>> visible = visible();
    Variable<?> variable = visible.get(tag.name());
    if (variable == null) {
      flaws.add(
          tag.at(),
          tag.name(),
          "'" + kind.fileName() + "' has no such variable here",
          Nearest.of(tag.name(), visible.keySet())
              .map(name -> "did you mean '" + name + "'?")
              .orElse("use one of " + String.join(", ", visible.keySet())));
    }
    return variable;
  }

  private Map<String, Variable<?>> visible() {
    Section innermost = open.peek();
    return innermost == null ? named(kind.variables()) : new LinkedHashMap<>(innermost.visible());
  }

  private static Map<String, Variable<?>> named(List<Variable<?>> variables) {
    Map<String, Variable<?>> named = new LinkedHashMap<>();
    variables.forEach(variable -> named.put(variable.name(), variable));
    return named;
  }
}
