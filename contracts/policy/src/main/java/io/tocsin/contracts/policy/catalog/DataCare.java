package io.tocsin.contracts.policy.catalog;

import io.tocsin.contracts.policy.yaml.Default;
import io.tocsin.contracts.policy.yaml.Says;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a service's data may be and how it is handled (MED-sec). */
@Says("what the service's data may be and how it is handled")
public record DataCare(
    @Says("the strictest data it handles") @Default("none") Sensitivity sensitivity,
    @Says("how its logs are handled") @Nullable String logs,
    @Says("known weaknesses that were accepted") List<String> acceptedRisks) {

  /** Nothing personal. */
  public static final DataCare NONE = new DataCare(Sensitivity.NONE, null, List.of());

  public DataCare {
    acceptedRisks = List.copyOf(acceptedRisks);
  }
}
