package io.tocsin.notifier.edge.slack;

import com.slack.api.model.block.ActionsBlock;
import com.slack.api.model.block.ContextBlock;
import com.slack.api.model.block.HeaderBlock;
import com.slack.api.model.block.LayoutBlock;
import com.slack.api.model.block.SectionBlock;
import com.slack.api.model.block.composition.MarkdownTextObject;
import com.slack.api.model.block.composition.PlainTextObject;
import com.slack.api.model.block.element.BlockElement;
import io.tocsin.contracts.runtime.Text;
import java.util.List;

/** Block Kit within its limits: mrkdwn always verbatim, what is not from a template plain. */
final class Blocks {
  private static final int HEADER = 150;
  private static final int SECTION = 3_000;
  private static final int CONTEXT = 2_000;

  private Blocks() {}

  static LayoutBlock header(String words) {
    return HeaderBlock.builder().text(plain(words, HEADER)).build();
  }

  /**
   * A section of mrkdwn.
   *
   * @param text already escaped
   */
  static LayoutBlock section(String text) {
    return SectionBlock.builder()
        .text(
            MarkdownTextObject.builder().text(PlainWords.cut(text, SECTION)).verbatim(true).build())
        .build();
  }

  /** One line of plain text. */
  static LayoutBlock context(String words) {
    return ContextBlock.builder().elements(List.of(plain(words, CONTEXT))).build();
  }

  static LayoutBlock actions(List<? extends BlockElement> buttons) {
    return ActionsBlock.builder().blockId("tocsin_actions").elements(List.copyOf(buttons)).build();
  }

  private static PlainTextObject plain(String words, int limit) {
    return PlainTextObject.builder()
        .text(PlainWords.cut(Text.plain(words), limit))
        .emoji(false)
        .build();
  }
}
