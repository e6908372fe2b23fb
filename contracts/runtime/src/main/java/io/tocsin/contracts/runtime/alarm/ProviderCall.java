package io.tocsin.contracts.runtime.alarm;

import io.tocsin.contracts.runtime.BriefCall;
import java.net.http.HttpRequest;

/** One call of a provider that takes alarms. */
final class ProviderCall {
  private final BriefCall call;

  /**
   * @param provider its name, to a person
   */
  ProviderCall(String provider) {
    this.call = new BriefCall(provider);
  }

  /** Returns when it was taken. */
  void send(HttpRequest request) throws AlarmFailed {
    try {
      call.send(request);
    } catch (BriefCall.Refused e) {
      throw new AlarmFailed(String.valueOf(e.getMessage()), e);
    }
  }
}
