package io.tocsin.contracts.runtime.oncall;

import io.tocsin.contracts.policy.calendar.Interval;
import java.util.List;

/** Where a schedule can be read. */
public interface ScheduleSource {

  /**
   * Who is on call in {@code window}.
   *
   * @throws ScheduleUnread when the source does not answer, or with what cannot be understood
   */
  List<Turn> read(String schedule, Interval window) throws ScheduleUnread;

  /**
   * One stretch of a schedule.
   *
   * @param id the source's own id of whoever is on call
   */
  record Turn(String id, String name, String email, Interval when) {}

  /** It could not be read: one line that says why and what to do, without secrets. */
  final class ScheduleUnread extends Exception {
    private static final long serialVersionUID = 1L;

    public ScheduleUnread(String message) {
      super(message);
    }

    public ScheduleUnread(String message, Throwable cause) {
      super(message, cause);
    }
  }
}
