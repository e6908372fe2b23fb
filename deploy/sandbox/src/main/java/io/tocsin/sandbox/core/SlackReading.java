package io.tocsin.sandbox.core;

import java.util.List;
import java.util.Map;

/** What reads the JSON that Slack's forms hold, and tells what Slack would refuse of it. */
public interface SlackReading {

  /** The JSON object; empty where it is none. */
  Map<String, Object> object(String json);

  /** The JSON list; empty where it is none. */
  List<?> list(String json);

  /** The JSON object as strict text; {@link RawJson#NO_OBJECT} where it is none. */
  RawJson rawObject(String json);

  /** The JSON list as strict text; {@link RawJson#NO_LIST} where it is none. */
  RawJson rawList(String json);

  /** What is wrong with these blocks; empty where they can be shown. */
  List<String> wrongWithBlocks(String json);

  /** What is wrong with this form; empty where it can be shown. */
  List<String> wrongWithView(String json);
}
