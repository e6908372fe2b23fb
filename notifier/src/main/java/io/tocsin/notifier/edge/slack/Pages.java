package io.tocsin.notifier.edge.slack;

import com.slack.api.model.ResponseMetadata;
import org.jspecify.annotations.Nullable;

/** Slack's cursor. */
final class Pages {
  private Pages() {}

  /** Where the next page begins; empty after the last. */
  static String next(@Nullable ResponseMetadata metadata) {
    return metadata == null || metadata.getNextCursor() == null ? "" : metadata.getNextCursor();
  }
}
