package io.tocsin.contracts.events;

import java.time.Instant;

/**
 * What a person answered to a question of the assessment (RUN-02.2).
 *
 * @param value {@code yes}, {@code no}, a number or words
 */
public record SaidByPerson(String value, Actor by, Instant at) {}
