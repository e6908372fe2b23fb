package io.tocsin.contracts.policy.catalog;

import io.tocsin.contracts.policy.yaml.As;
import io.tocsin.contracts.policy.yaml.Form;
import io.tocsin.contracts.policy.yaml.Says;
import org.jspecify.annotations.Nullable;

/** A feature flag and how it is rolled back (MED-flag). */
@Says("a feature flag")
public record FeatureFlag(
    @Says("its name") String name,
    @Says("how it is rolled back") String rollBack,
    @Says("where it is switched") @As(Form.WEB_ADDRESS) @Nullable String page) {}
