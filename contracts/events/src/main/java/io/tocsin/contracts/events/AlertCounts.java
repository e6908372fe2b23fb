package io.tocsin.contracts.events;

/** How many alerts an incident holds, and how many of them still fire. */
public record AlertCounts(int firing, int total) {
  public static final AlertCounts NONE = new AlertCounts(0, 0);
}
