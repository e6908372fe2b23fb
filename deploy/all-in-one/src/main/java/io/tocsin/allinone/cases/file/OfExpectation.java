package io.tocsin.allinone.cases.file;

import io.tocsin.allinone.cases.Wanted;
import io.tocsin.contracts.policy.yaml.Says;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** One line of {@code expect} as it is written. */
record OfExpectation(
    @Says("+2m, or a time; the start when left out") @Nullable String at,
    @Says("how much later it may come, 5s when left out") @Nullable Duration within,
    @Says("with 'to', instead of 'at'") @Nullable String from,
    @Says("say until when, 'to: +30m'") @Nullable String to,
    @Nullable Wanted wanted) {}
