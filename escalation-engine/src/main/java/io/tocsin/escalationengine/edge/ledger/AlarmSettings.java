package io.tocsin.escalationengine.edge.ledger;

import io.tocsin.contracts.runtime.alarm.AlarmWays;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/** How the catch-all is called directly. */
@ConfigurationProperties("tocsin.alarm")
public record AlarmSettings(
    @DefaultValue AlarmWays.PagerDuty pagerduty, @DefaultValue AlarmWays.Sms sms) {}
