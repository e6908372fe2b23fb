package io.tocsin.sandbox.core;

/**
 * Somebody who may act on the pages, by the name each provider has for them; empty where it has
 * none.
 *
 * @param name as PagerDuty has it
 * @param team whose contact they are
 * @param slack the user name, {@code @rx-on-call}, or the id
 * @param phone {@code +12025550101}
 */
public record Person(String name, String team, String slack, String phone) {

  /** Name and team. */
  public String title() {
    return team.isEmpty() ? name : name + ", " + team;
  }
}
