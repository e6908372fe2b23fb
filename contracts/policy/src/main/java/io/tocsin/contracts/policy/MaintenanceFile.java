package io.tocsin.contracts.policy;

import io.tocsin.contracts.policy.conduct.Maintenance;
import io.tocsin.contracts.policy.yaml.Says;
import java.util.Map;

/** {@code maintenance.yaml}, as it is written. */
@Says("the forms of planned downtime")
record MaintenanceFile(
    @Says("the forms of planned downtime, by name") Map<String, Maintenance> forms) {}
