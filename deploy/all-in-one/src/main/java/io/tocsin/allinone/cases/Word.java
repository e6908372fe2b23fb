package io.tocsin.allinone.cases;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What can be expected: a word with a value, and details beside it. Words that nothing in Tocsin
 * produces yet can be written all the same, so that a pending case can be.
 */
public enum Word {
  /** Somebody is rung, or written to when the level allows no more. */
  PAGE(
      "page",
      true,
      Holds.CONTACT,
      Map.of(
          "by", Holds.CHANNEL,
          "incident", Holds.INCIDENT,
          "number", Holds.TEXT,
          "outcome", Holds.OUTCOME,
          "late", Holds.FLAG,
          "contains", Holds.TEXT)),
  /** Somebody's pages stop ringing: another has it. */
  STAND_DOWN("stand-down", true, Holds.CONTACT, ofMessage()),
  /** Somebody's pages are resolved. */
  ALL_CLEAR("all-clear", true, Holds.CONTACT, ofMessage()),
  /** An alert is judged. */
  SEVERITY(
      "severity",
      true,
      Holds.LEVEL_OR_NONE,
      Map.of(
          "rule", Holds.RULE,
          "service", Holds.SERVICE,
          "team", Holds.TEAM,
          "environment", Holds.TEXT,
          "facts", Holds.TEXTS,
          "unknown", Holds.FLAG,
          "becomes", Holds.DISPOSITION,
          "contains", Holds.TEXT)),
  /** How an incident stands at some moment of the time given. */
  STATE(
      "state",
      true,
      Holds.STATE,
      Map.of(
          "level", Holds.LEVEL,
          "unknown", Holds.FLAG,
          "owner", Holds.TEXT,
          "incident", Holds.INCIDENT,
          "service", Holds.SERVICE,
          "episode", Holds.TEXT,
          "occurrence", Holds.TEXT)),
  /** Anything on the timeline, by its name, for what has no word of its own. */
  EVENT(
      "event",
      true,
      Holds.EVENT,
      Map.of(
          "incident", Holds.INCIDENT,
          "reason", Holds.TEXT,
          "by", Holds.TEXT,
          "contains", Holds.TEXT)),
  /**
   * What is known to go wrong is recognised in an alert; its steps name the service's own parts.
   */
  RUNBOOK("runbook", true, Holds.TEXT, ofText("contains", "incident")),
  /** Nobody is paged. */
  SILENCE("silence", true, Holds.TRUE, Map.of()),

  MESSAGE("message", false, Holds.TEXTS, ofText("by", "contains", "incident", "edits", "thread")),
  REMINDER("reminder", false, Holds.TEXTS, ofText("about", "by", "contains", "incident")),
  OVERDUE("overdue", false, Holds.TEXT, ofText("owed-by", "about", "incident")),
  WAR_ROOM("war-room", false, Holds.TEXT, ofText("invites", "bridge", "incident")),
  TICKET("ticket", false, Holds.TEXT, ofText("title", "labels", "contains", "incident")),
  STATUS_PAGE("status-page", false, Holds.TEXT, ofText("contains", "phase", "incident")),
  QUESTION("question", false, Holds.TEXTS, ofText("about", "by", "contains", "incident")),
  CONFIRMATION("confirmation", false, Holds.TEXT, ofText("by", "is", "incident")),
  REVIEW("review", false, Holds.TEXT, ofText("invites", "contains", "due", "incident")),
  NOTICE("notice", false, Holds.TEXTS, ofText("about", "by", "contains")),
  METRIC("metric", false, Holds.TEXT, ofText("is", "incident"));

  private final String key;
  private final boolean produced;
  private final Holds self;
  private final Map<String, Holds> details;

  Word(String key, boolean produced, Holds self, Map<String, Holds> details) {
    this.key = key;
    this.produced = produced;
    this.self = self;
    this.details = details;
  }

  /** As a case writes it. */
  public String key() {
    return key;
  }

  /** Whether anything in Tocsin can satisfy it today. */
  public boolean isProduced() {
    return produced;
  }

  /** What every key holds, the word's own first. */
  public Map<String, Holds> keys() {
    Map<String, Holds> all = new LinkedHashMap<>();
    all.put(key, self);
    all.putAll(new java.util.TreeMap<>(details));
    return all;
  }

  public static Optional<Word> of(String key) {
    return Arrays.stream(values()).filter(word -> word.key.equals(key)).findAny();
  }

  private static Map<String, Holds> ofMessage() {
    return Map.of("by", Holds.CHANNEL, "incident", Holds.INCIDENT);
  }

  private static Map<String, Holds> ofText(String... keys) {
    Map<String, Holds> details = new LinkedHashMap<>();
    Arrays.stream(keys).forEach(key -> details.put(key, Holds.TEXTS));
    return details;
  }
}
