package io.tocsin.chaos.core;

import io.tocsin.contracts.events.IncidentId;
import java.time.Instant;

/**
 * What somebody did to an incident at a provider, which told Tocsin.
 *
 * @param provider the channel's wire name ({@code slack})
 * @param at when it was done
 * @param told whether Tocsin answered the provider with a success
 */
public record Deed(String provider, IncidentId incident, Instant at, boolean told) {}
