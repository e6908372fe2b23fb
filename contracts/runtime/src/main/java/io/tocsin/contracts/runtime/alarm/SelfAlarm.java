package io.tocsin.contracts.runtime.alarm;

import java.util.Map;

/** The direct way to the catch-all. Blocks for a few seconds at most: not for an event loop. */
public interface SelfAlarm {

  /**
   * Calls the catch-all. The same name again is the same incident at the provider.
   *
   * @throws AlarmFailed when nobody took it; whoever rings tries again
   */
  void ring(Trouble trouble) throws AlarmFailed;

  /**
   * Says that the trouble is over; one that never rang is no fault.
   *
   * @throws AlarmFailed when nobody took it
   */
  void clear(String name) throws AlarmFailed;

  /**
   * What Tocsin cannot do.
   *
   * @param name one trouble of the installation: {@code unaccounted}
   * @param summary one line for a person, without anything an alert says
   * @param details counts, ids and times, never an alert's text
   */
  record Trouble(String name, String summary, Map<String, String> details) {
    public Trouble {
      details = Map.copyOf(details);
    }
  }
}
