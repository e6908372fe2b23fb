package io.tocsin.contracts.policy.catalog;

import io.tocsin.contracts.policy.yaml.Says;

/** The strictest data that an alert may carry or a service handle (MED-sec). */
@Says("sensitivity")
public enum Sensitivity {
  NONE,
  PERSONAL,
  HEALTH
}
