package io.tocsin.contracts.policy.conduct;

import io.tocsin.contracts.policy.yaml.As;
import io.tocsin.contracts.policy.yaml.Form;
import io.tocsin.contracts.policy.yaml.Key;
import io.tocsin.contracts.policy.yaml.Says;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** People who are told together: a channel, those tagged in it, and the same people by mail. */
@Says("who is told together, in Slack and by mail (MHV-aud)")
public record Audience(
    @Key String name,
    @Says("who they are, as a message names them") String title,
    @Says("the Slack channel that is written to") @As(Form.SLACK) @Nullable String slack,
    @Says("Slack user groups and people who are tagged there") @As(Form.SLACK) List<String> tag,
    @Says("mail addresses of the same people") @As(Form.EMAIL) List<String> email,
    @Says("roles of contacts.yaml, each told by the methods they have") @As(Form.NAME)
        List<String> contacts,
    @Says("services whose incidents it hears of; all when left out") @As(Form.NAME)
        Set<String> services,
    @Says("to whom they forward, which the message says (MHV-fwd)") @Nullable String forwards) {
  public Audience {
    tag = List.copyOf(tag);
    email = List.copyOf(email);
    contacts = List.copyOf(contacts);
    services = Set.copyOf(services);
  }

  /** Whether a message to it reaches anybody. */
  public boolean reachesSomebody() {
    return slack != null || !email.isEmpty() || !contacts.isEmpty();
  }
}
