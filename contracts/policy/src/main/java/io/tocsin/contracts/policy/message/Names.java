package io.tocsin.contracts.policy.message;

import io.tocsin.contracts.events.TeamCode;
import io.tocsin.contracts.policy.Contact;
import io.tocsin.contracts.policy.Policies;
import java.time.Instant;

/**
 * What people are called in a message.
 *
 * @param now when the message was asked for: whose turn it is depends on it
 */
record Names(Policies policies, TeamCode team, Instant now) {

  /** A contact's name; without one, the id. */
  String of(String id) {
    return policies.contact(team, id).map(Contact::name).orElse(id);
  }

  /** Who holds a role just now. */
  String holder(String role) {
    return policies.called(team, role, now).map(Contact::name).orElse(role);
  }
}
