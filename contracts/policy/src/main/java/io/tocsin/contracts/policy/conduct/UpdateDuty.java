package io.tocsin.contracts.policy.conduct;

import io.tocsin.contracts.policy.yaml.As;
import io.tocsin.contracts.policy.yaml.Default;
import io.tocsin.contracts.policy.yaml.Form;
import io.tocsin.contracts.policy.yaml.Says;
import java.time.Duration;

/** An update that is owed to an audience at an interval (RUN-07.1a, RUN-07.3). */
@Says("an update that is owed at an interval")
public record UpdateDuty(
    @Says("an audience of this policy") @As(Form.NAME) String audience,
    @Says("how often it is owed") @As(Form.WAIT) Duration every,
    @Says("how long before it is due its owner is reminded") @Default("3m") Duration remindBefore,
    @Says("how long it may be overdue before the ladder is told") @Default("5m")
        Duration escalateAfter,
    @Says("whether it is owed while a failed rule leaves the level unknown") @Default("true")
        boolean whenUnknown,
    @Says("the role that owes it; its holder, or the incident's owner") @Default("communications")
        Role owedBy) {}
