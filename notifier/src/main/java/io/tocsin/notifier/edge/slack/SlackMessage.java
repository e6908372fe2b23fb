package io.tocsin.notifier.edge.slack;

import com.slack.api.model.block.LayoutBlock;
import java.util.List;

/**
 * What is posted.
 *
 * @param text for notifications and readers without blocks; escaped
 * @param blocks at most 50
 * @param broadcast whether a reply is shown in the channel too
 */
record SlackMessage(String text, List<LayoutBlock> blocks, boolean broadcast) {
  SlackMessage {
    blocks = List.copyOf(blocks);
  }
}
