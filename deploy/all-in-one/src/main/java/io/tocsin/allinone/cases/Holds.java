package io.tocsin.allinone.cases;

/** What stands under a key of an expectation. */
public enum Holds {
  TEXT,
  /** One or several. */
  TEXTS,
  FLAG,
  TRUE,
  LEVEL,
  LEVEL_OR_NONE,
  CHANNEL,
  CONTACT,
  RULE,
  SERVICE,
  TEAM,
  INCIDENT,
  STATE,
  EVENT,
  OUTCOME,
  DISPOSITION
}
