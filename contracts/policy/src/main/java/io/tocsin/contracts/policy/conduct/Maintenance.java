package io.tocsin.contracts.policy.conduct;

import io.tocsin.contracts.policy.yaml.As;
import io.tocsin.contracts.policy.yaml.Default;
import io.tocsin.contracts.policy.yaml.Form;
import io.tocsin.contracts.policy.yaml.Key;
import io.tocsin.contracts.policy.yaml.Least;
import io.tocsin.contracts.policy.yaml.Says;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** One form of planned downtime: who is told when, and who owes what (MHV-pd1 to MHV-pd6). */
@Says("a form of planned downtime, by who causes it (MHV-pd3)")
public record Maintenance(
    @Key String name,
    @Says("who causes it, as people read it") String title,
    @Says("audiences that are told, in Slack and by mail") @Least(1) @As(Form.NAME)
        List<String> audiences,
    @Says("when they are told (MHV-pd2)") @Least(1) Set<Notice> notices,
    @Says("the role that owes the notices (MHV-own)") @As(Form.NAME) String noticesOwedBy,
    @Says("the role that owes the PagerDuty window (MHV-own)") @As(Form.NAME) String windowOwedBy,
    @Says("the role with whom the window is verified (MHV-pd5)") @As(Form.NAME)
        @Nullable String verifiedWith,
    @Says("the role whose approval a ServiceNow change documents (MHV-pd4)") @As(Form.NAME)
        @Nullable String approvedBy,
    @Key("public") @Says("whether the public page shows it") @Default("true") boolean isPublic) {
  public Maintenance {
    audiences = List.copyOf(audiences);
    notices = Set.copyOf(notices);
  }

  /** When notices go out. */
  @Says("notice of a planned downtime")
  public enum Notice {
    PLANNED,
    DAY_BEFORE,
    CONCLUDED
  }
}
