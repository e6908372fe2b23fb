package io.tocsin.sandbox.core;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Twilio's calls and texts: what it answers to a request, and what it then holds. Nobody answers a
 * call of its own accord: it waits until somebody does ({@link PhoneCallbacks}) or it is canceled.
 */
public final class Phone {
  private final Map<String, PhoneCall> calls;
  private final Map<String, PhoneText> texts;
  private final Set<String> off = new TreeSet<>();

  /**
   * @param kept how many calls, and how many texts, are remembered; the oldest is forgotten first
   */
  public Phone(int kept) {
    this.calls = remembering(kept);
    this.texts = remembering(kept);
  }

  private static <V> Map<String, V> remembering(int kept) {
    return new LinkedHashMap<>() {
      private static final long serialVersionUID = 1L;

      @Override
      protected boolean removeEldestEntry(Map.Entry<String, V> eldest) {
        return size() > kept;
      }
    };
  }

  /**
   * Answers a request, and takes it if the answer says so.
   *
   * @param proven whether it brought credentials
   * @param id 32 hex digits that no other call or text has
   */
  public Answer answer(
      String method, String path, String body, boolean proven, String id, Instant now) {
    return answer(PhoneRequest.of(method, path, body, proven), id, now);
  }

  private Answer answer(PhoneRequest request, String id, Instant now) {
    if (request.resource().isEmpty()) {
      return PhoneAnswers.notFound(request.path());
    }
    if (!request.proven()) {
      return PhoneAnswers.refused(401, 20003, "Authenticate");
    }
    if (request.isAccount()) {
      return request.method().equals("GET")
          ? PhoneAnswers.account(request.account())
          : PhoneAnswers.notFound(request.path());
    }
    boolean isCalls = request.resource().equals("Calls");
    if (request.isCreation()) {
      Optional<Answer> refused =
          isCalls ? PhoneChecks.call(request.form()) : PhoneChecks.text(request.form());
      return refused.orElseGet(() -> create(request, isCalls ? "CA" + id : "SM" + id, now));
    }
    if (request.isChange()) {
      return isCalls ? change(request, now) : PhoneAnswers.notFound(request.path());
    }
    return isCalls ? callsAsked(request) : textsAsked(request);
  }

  private Answer create(PhoneRequest request, String sid, Instant now) {
    Form form = request.form();
    Map<String, Object> json;
    if (sid.startsWith("CA")) {
      PhoneCall call =
          new PhoneCall(
              sid,
              request.account(),
              form.text("To"),
              form.text("From"),
              form.text("Twiml"),
              form.text("StatusCallback"),
              PhoneCall.Status.QUEUED,
              now,
              now);
      calls.put(sid, call);
      json = PhoneAnswers.call(call);
    } else {
      PhoneText text =
          new PhoneText(
              sid,
              request.account(),
              form.text("To"),
              form.text("From"),
              form.text("Body"),
              PhoneText.Direction.OURS,
              form.text("StatusCallback"),
              PhoneText.Status.QUEUED,
              now);
      texts.put(sid, text);
      json = PhoneAnswers.text(text);
    }
    return PhoneAnswers.of(201, json).takenAs(sid);
  }

  private Answer change(PhoneRequest request, Instant now) {
    PhoneCall call = calls.get(request.sid());
    if (call == null) {
      return PhoneAnswers.notFound(request.path());
    }
    boolean cancels = request.form().text("Status").equals("canceled");
    boolean may = cancels ? call.status().isWaiting() : !call.status().isOver();
    if (!may) {
      return PhoneAnswers.refused(400, 21220, "Invalid call state");
    }
    PhoneCall next = call.at(cancels ? PhoneCall.Status.CANCELED : PhoneCall.Status.COMPLETED, now);
    calls.put(call.sid(), next);
    return PhoneAnswers.of(200, PhoneAnswers.call(next)).takenAs(call.sid());
  }

  private Answer callsAsked(PhoneRequest request) {
    if (request.sid().isEmpty()) {
      String status = request.form().text("Status");
      return PhoneAnswers.list(
          "calls",
          PhoneSearch.newest(
              calls,
              request.form(),
              PhoneCall::to,
              PhoneCall::from,
              call -> status.isEmpty() || call.status().word().equals(status)),
          PhoneAnswers::call);
    }
    PhoneCall call = calls.get(request.sid());
    if (call == null) {
      return PhoneAnswers.notFound(request.path());
    }
    return request.events()
        ? PhoneAnswers.events(
            call.statusCallback().isEmpty() ? List.of() : List.of(call.statusCallback()))
        : PhoneAnswers.of(200, PhoneAnswers.call(call));
  }

  private Answer textsAsked(PhoneRequest request) {
    if (request.sid().isEmpty()) {
      return PhoneAnswers.list(
          "messages",
          PhoneSearch.newest(texts, request.form(), PhoneText::to, PhoneText::from, any -> true),
          PhoneAnswers::text);
    }
    PhoneText text = texts.get(request.sid());
    return text == null
        ? PhoneAnswers.notFound(request.path())
        : PhoneAnswers.of(200, PhoneAnswers.text(text));
  }

  /** Takes a request again that was taken before a restart. */
  public void restore(String method, String path, String body, String takenAs, Instant at) {
    PhoneRequest request = PhoneRequest.of(method, path, body, true);
    if (request.isCreation() && !request.resource().isEmpty()) {
      create(request, takenAs, at);
      text(takenAs).ifPresent(text -> keep(text.at(PhoneText.Status.DELIVERED)));
    } else if (request.isChange()) {
      change(request, at);
    }
  }

  /** Somebody does something with a call: it rings, is answered, ends. */
  public Optional<PhoneCall> move(String sid, PhoneCall.Status next, Instant now) {
    PhoneCall call = calls.get(sid);
    if (call == null || call.status().isOver()) {
      return Optional.empty();
    }
    PhoneCall moved = call.at(next, now);
    calls.put(sid, moved);
    return Optional.of(moved);
  }

  Optional<PhoneCall> call(String sid) {
    return Optional.ofNullable(calls.get(sid));
  }

  Optional<PhoneText> text(String sid) {
    return Optional.ofNullable(texts.get(sid));
  }

  void keep(PhoneCall call) {
    calls.put(call.sid(), call);
  }

  void keep(PhoneText text) {
    texts.put(text.sid(), text);
  }

  /** All calls, in the order in which they were placed. */
  public List<PhoneCall> calls() {
    return List.copyOf(calls.values());
  }

  /** All texts, in the order in which they were sent. */
  public List<PhoneText> texts() {
    return List.copyOf(texts.values());
  }

  /** The numbers of handsets that are switched off. */
  public Set<String> off() {
    return Set.copyOf(off);
  }

  void switchOff(String number) {
    off.add(number);
  }

  void switchOn(String number) {
    off.remove(number);
  }

  /** Forgets all. */
  public void clear() {
    calls.clear();
    texts.clear();
    off.clear();
  }
}
