package io.tocsin.sandbox.core;

import java.time.Instant;

/** A text message as Twilio holds it. */
public record PhoneText(
    String sid, String account, String to, String from, String body, Instant created) {}
