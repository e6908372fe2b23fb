package io.tocsin.contracts.policy.catalog;

import io.tocsin.contracts.policy.yaml.As;
import io.tocsin.contracts.policy.yaml.Form;
import io.tocsin.contracts.policy.yaml.Says;
import org.jspecify.annotations.Nullable;

/** The Slack channels of a service (MED-alerts, MED-links). */
@Says("the Slack channels of a service")
public record ServiceChannels(
    @Says("where its alerts are posted") @As(Form.SLACK) @Nullable String alerts,
    @Says("where stakeholders are met") @As(Form.SLACK) @Nullable String stakeholders,
    @Says("where the downstream team is met") @As(Form.SLACK) @Nullable String downstream) {

  /** It has none. */
  public static final ServiceChannels NONE = new ServiceChannels(null, null, null);
}
