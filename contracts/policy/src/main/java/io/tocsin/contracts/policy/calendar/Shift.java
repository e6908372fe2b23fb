package io.tocsin.contracts.policy.calendar;

/** Somebody's unbroken hold on a role, for one reason. */
public record Shift(Interval when, Holder holder) {

  public String person() {
    return holder.person();
  }
}
