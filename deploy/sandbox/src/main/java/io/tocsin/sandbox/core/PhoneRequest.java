package io.tocsin.sandbox.core;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A request to Twilio's API of 2010-04-01.
 *
 * @param resource {@code Calls} or {@code Messages}; {@code Account} for the account itself
 * @param sid which of them; empty for all
 * @param events whether the events of a call are asked for
 * @param form the body, or the query of a {@code GET}
 * @param proven whether it brought credentials
 */
record PhoneRequest(
    String method,
    String path,
    String account,
    String resource,
    String sid,
    boolean events,
    Form form,
    boolean proven) {
  private static final Pattern PATH =
      Pattern.compile(
          "/2010-04-01/Accounts/([A-Za-z0-9]+)/(Calls|Messages)"
              + "(?:/([A-Za-z0-9]+)(/Events)?)?\\.json");
  private static final Pattern ACCOUNT =
      Pattern.compile("/2010-04-01/Accounts/([A-Za-z0-9]+)\\.json");
  private static final String ITSELF = "Account";

  /** Reads it; {@code resource} is empty where there is nothing at that path. */
  static PhoneRequest of(String method, String pathAndQuery, String body, boolean proven) {
    String[] parts = pathAndQuery.substring(Provider.PHONE.path().length()).split("\\?", 2);
    Form form = Form.of(method.equals("GET") ? (parts.length > 1 ? parts[1] : "") : body);
    Matcher account = ACCOUNT.matcher(parts[0]);
    if (account.matches()) {
      return new PhoneRequest(method, parts[0], account.group(1), ITSELF, "", false, form, proven);
    }
    Matcher path = PATH.matcher(parts[0]);
    if (!path.matches()) {
      return new PhoneRequest(method, parts[0], "", "", "", false, form, proven);
    }
    return new PhoneRequest(
        method,
        parts[0],
        path.group(1),
        path.group(2),
        path.group(3) == null ? "" : path.group(3),
        path.group(4) != null,
        form,
        proven);
  }

  boolean isAccount() {
    return resource.equals(ITSELF);
  }

  boolean isCreation() {
    return method.equals("POST") && sid.isEmpty() && !isAccount();
  }

  boolean isChange() {
    return method.equals("POST") && !sid.isEmpty();
  }
}
