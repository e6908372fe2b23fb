package io.tocsin.contracts.policy.conduct;

import io.tocsin.contracts.policy.yaml.Says;

/** The roles of an incident (RUN-08.3b). */
@Says("role of an incident")
public enum Role {
  COMMANDER,
  TECHNICAL,
  COMMUNICATIONS,
  SCRIBE
}
