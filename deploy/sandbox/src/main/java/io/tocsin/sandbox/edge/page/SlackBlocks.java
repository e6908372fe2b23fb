package io.tocsin.sandbox.edge.page;

import static org.springframework.web.util.HtmlUtils.htmlEscape;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Block Kit as a template shows it. */
final class SlackBlocks {
  private final Mrkdwn mrkdwn;

  SlackBlocks(Mrkdwn mrkdwn) {
    this.mrkdwn = mrkdwn;
  }

  /**
   * A block: what it does not have is empty.
   *
   * @param other the type of a block that is not shown here
   */
  record Block(
      String header,
      String textHtml,
      List<Words> fields,
      List<Words> context,
      List<Button> buttons,
      boolean divider,
      String other) {}

  /** Words that are markup already. */
  record Words(String partHtml) {}

  /**
   * A button.
   *
   * @param style {@code primary}, {@code danger} or empty
   * @param confirm what is asked before it counts; null for nothing
   */
  record Button(String action, String label, String style, @Nullable Confirm confirm) {}

  record Confirm(String title, String text, String yes) {}

  /** The blocks of a message; its text where it has none. */
  List<Block> of(List<?> blocks, String text) {
    List<Block> shown = new ArrayList<>();
    for (Object each : blocks) {
      if (each instanceof Map<?, ?> block) {
        shown.add(of(block));
      }
    }
    return shown.isEmpty() ? List.of(section(mrkdwn.html(text), List.of())) : shown;
  }

  private Block of(Map<?, ?> block) {
    String type = String.valueOf(block.get("type"));
    return switch (type) {
      case "header" ->
          new Block(plain(block.get("text")), "", List.of(), List.of(), List.of(), false, "");
      case "section" -> section(words(block.get("text")), parts(block.get("fields")));
      case "context" ->
          new Block("", "", List.of(), parts(block.get("elements")), List.of(), false, "");
      case "actions" ->
          new Block("", "", List.of(), List.of(), buttons(block.get("elements")), false, "");
      case "divider" -> new Block("", "", List.of(), List.of(), List.of(), true, "");
      default -> new Block("", "", List.of(), List.of(), List.of(), false, type);
    };
  }

  private static Block section(String textHtml, List<Words> fields) {
    return new Block("", textHtml, fields, List.of(), List.of(), false, "");
  }

  private List<Words> parts(@Nullable Object json) {
    return json instanceof List<?> list
        ? list.stream().map(each -> new Words(words(each))).toList()
        : List.of();
  }

  private static List<Button> buttons(@Nullable Object json) {
    List<Button> buttons = new ArrayList<>();
    if (json instanceof List<?> list) {
      for (Object each : list) {
        if (each instanceof Map<?, ?> element && "button".equals(element.get("type"))) {
          buttons.add(
              new Button(
                  text(element.get("action_id")),
                  plain(element.get("text")),
                  text(element.get("style")),
                  confirm(element.get("confirm"))));
        }
      }
    }
    return buttons;
  }

  private static @Nullable Confirm confirm(@Nullable Object json) {
    return json instanceof Map<?, ?> asked
        ? new Confirm(
            plain(asked.get("title")), plain(asked.get("text")), plain(asked.get("confirm")))
        : null;
  }

  /** A text object as it is shown. */
  private String words(@Nullable Object json) {
    return json instanceof Map<?, ?> object && "mrkdwn".equals(object.get("type"))
        ? mrkdwn.html(text(object.get("text")))
        : htmlEscape(plain(json));
  }

  private static String plain(@Nullable Object json) {
    return json instanceof Map<?, ?> object ? text(object.get("text")) : "";
  }

  private static String text(@Nullable Object json) {
    return json instanceof String text ? text : "";
  }
}
