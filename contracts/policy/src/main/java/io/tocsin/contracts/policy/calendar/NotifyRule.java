package io.tocsin.contracts.policy.calendar;

import io.tocsin.contracts.events.Channel;
import io.tocsin.contracts.policy.yaml.As;
import io.tocsin.contracts.policy.yaml.Default;
import io.tocsin.contracts.policy.yaml.Form;
import io.tocsin.contracts.policy.yaml.Says;
import java.time.Duration;

/**
 * One step of how a person wants to be called.
 *
 * @param after since this person's turn on the ladder began; the first one comes at once
 */
@Says("one step of how a person is called")
public record NotifyRule(
    @Says("the method") @As(Form.CALLING) Channel by,
    @Says("since their turn began") @Default("0s") Duration after) {}
