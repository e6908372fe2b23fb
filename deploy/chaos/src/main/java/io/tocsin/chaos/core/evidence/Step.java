package io.tocsin.chaos.core.evidence;

import io.tocsin.contracts.events.Incident;
import io.tocsin.contracts.events.IncidentEvent;
import org.jspecify.annotations.Nullable;

/** One event with the incident before and after it. */
public record Step(@Nullable Incident before, IncidentEvent event, Incident after) {}
