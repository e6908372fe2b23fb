package io.tocsin.contracts.policy.catalog;

import io.tocsin.contracts.policy.yaml.As;
import io.tocsin.contracts.policy.yaml.Form;
import io.tocsin.contracts.policy.yaml.Says;
import java.util.List;

/** Roles of {@code contacts.yaml} to ask about a service (MED-contacts). */
@Says("whom to ask about a service: roles of contacts.yaml")
public record ServiceContacts(
    @Says("about the product") @As(Form.NAME) List<String> product,
    @Says("about the engineering") @As(Form.NAME) List<String> engineering,
    @Says("in an outage") @As(Form.NAME) List<String> outage) {

  /** Nobody is named. */
  public static final ServiceContacts NONE = new ServiceContacts(List.of(), List.of(), List.of());

  public ServiceContacts {
    product = List.copyOf(product);
    engineering = List.copyOf(engineering);
    outage = List.copyOf(outage);
  }
}
