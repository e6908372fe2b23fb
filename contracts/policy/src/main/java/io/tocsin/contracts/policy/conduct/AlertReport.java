package io.tocsin.contracts.policy.conduct;

import io.tocsin.contracts.policy.yaml.As;
import io.tocsin.contracts.policy.yaml.Default;
import io.tocsin.contracts.policy.yaml.Form;
import io.tocsin.contracts.policy.yaml.Says;
import java.time.Duration;

/**
 * The regular report of the most frequent alerts by service, with their severity and what was done
 * (MED-errors).
 */
@Says("the regular report of the most frequent alerts (MED-errors)")
public record AlertReport(
    @Says("an audience of this policy") @As(Form.NAME) String audience,
    @Says("how often it is made") @Default("7d") @As(Form.WAIT) Duration every,
    @Says("how many alerts of each service it names") @Default("10") int most) {}
