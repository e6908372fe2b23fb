package io.tocsin.contracts.policy.catalog;

import io.tocsin.contracts.policy.yaml.As;
import io.tocsin.contracts.policy.yaml.Form;
import io.tocsin.contracts.policy.yaml.Key;
import io.tocsin.contracts.policy.yaml.Says;
import org.jspecify.annotations.Nullable;

/** A PagerDuty service of one environment (MED-env, MED-links). */
@Says("a PagerDuty service")
public record PagerDutyService(
    @Key String environment,
    @Says("its page") @As(Form.WEB_ADDRESS) @Nullable String page,
    @Says("its routing key, as a reference") @As(Form.SECRET) @Nullable String key,
    @Says("its id, for maintenance windows") @Nullable String id) {}
