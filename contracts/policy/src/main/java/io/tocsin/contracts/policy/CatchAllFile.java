package io.tocsin.contracts.policy;

import io.tocsin.contracts.events.TeamCode;
import io.tocsin.contracts.policy.yaml.Default;
import io.tocsin.contracts.policy.yaml.Least;
import io.tocsin.contracts.policy.yaml.Says;
import java.util.List;
import java.util.Map;

/** {@code catch-all.yaml}, as it is written. */
@Says("the ladder of last resort")
record CatchAllFile(
    @Says("its short code, as if it were a team") TeamCode code,
    @Says("its name") String name,
    @Says("the roles of last resort, one at least") @Least(1)
        Map<String, ContactsFile.ContactSection> contacts,
    @Says("say who is called, in order") @Least(1) List<Rung> ladder,
    @Says("what holds for the whole installation") @Default("") Installation installation) {

  CatchAll catchAll() {
    return new CatchAll(code, name, ContactsFile.contacts(contacts), ladder);
  }
}
