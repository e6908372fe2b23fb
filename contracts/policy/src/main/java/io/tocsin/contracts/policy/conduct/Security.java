package io.tocsin.contracts.policy.conduct;

import io.tocsin.contracts.policy.yaml.As;
import io.tocsin.contracts.policy.yaml.Form;
import io.tocsin.contracts.policy.yaml.Least;
import io.tocsin.contracts.policy.yaml.Says;
import java.util.List;

/** A security or privacy incident: restricted, and what is asked of whom (RUN-08.1e, MHV-sec). */
@Says("how a security or privacy incident is conducted")
public record Security(
    @Says("roles that see it besides those on the ladder") @As(Form.NAME) List<String> responders,
    @Says("roles of which one approves what becomes public") @Least(1) @As(Form.NAME)
        List<String> approve,
    @Says("what is asked of whom") List<Demand> ask) {
  public Security {
    responders = List.copyOf(responders);
    approve = List.copyOf(approve);
    ask = List.copyOf(ask);
  }

  /** Something that a role has to do or to say. */
  @Says("something asked of a role")
  public record Demand(
      @Says("roles of which one answers") @Least(1) @As(Form.NAME) List<String> of,
      @Says("what is asked, as they read it") String text,
      @Says("a fact that must hold for it; always when left out")
          @As(Form.NAME)
          @org.jspecify.annotations.Nullable
          String fact) {
    public Demand {
      of = List.copyOf(of);
    }
  }
}
