package io.tocsin.chaos.core;

import java.time.Instant;

/**
 * A run as a whole.
 *
 * @param seed what makes it the same again
 * @param installation the id with which this installation's keys at providers begin
 * @param began when the first process was ready
 * @param healed when the last fault was over and every process ready again
 * @param ended when all was quiet and the gathering began
 */
public record Run(long seed, String installation, Instant began, Instant healed, Instant ended) {}
