package io.tocsin.contracts.policy.conduct;

import io.tocsin.contracts.policy.yaml.Says;

/** What makes the ladder call its next rung in spite of an acknowledgement (RUN-08.1a to 08.1e). */
@Says("trigger of an escalation")
public enum EscalateWhen {
  MITIGATION_FAILED,
  OVERDUE,
  LEVEL_RAISED,
  HELP_ASKED,
  SECURITY_FOUND
}
