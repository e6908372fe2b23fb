package io.tocsin.contracts.policy;

import io.tocsin.contracts.policy.yaml.Least;
import io.tocsin.contracts.policy.yaml.Says;
import java.util.Map;

/** {@code services.yaml}, as it is written. */
@Says("the catalog")
record ServicesFile(
    @Says("the team's services, one at least") @Least(1) Map<String, CatalogService> services) {}
