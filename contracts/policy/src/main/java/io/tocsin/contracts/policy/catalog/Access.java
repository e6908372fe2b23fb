package io.tocsin.contracts.policy.catalog;

import io.tocsin.contracts.policy.yaml.As;
import io.tocsin.contracts.policy.yaml.Form;
import io.tocsin.contracts.policy.yaml.Says;
import org.jspecify.annotations.Nullable;

/** Something that a responder must be able to open (MED-access). */
@Says("something that a responder must be able to open")
public record Access(
    @Says("what it is") String to,
    @Says("what right is needed, as in 'read-only'") @Nullable String right,
    @Says("where it is") @As(Form.WEB_ADDRESS) @Nullable String page) {}
