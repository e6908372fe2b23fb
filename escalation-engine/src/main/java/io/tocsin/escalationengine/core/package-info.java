/**
 * The incident's life as functions of state, stimulus, time and policy. No clock, no chance, no
 * I/O: the same history gives the same incident.
 */
@NullMarked
package io.tocsin.escalationengine.core;

import org.jspecify.annotations.NullMarked;
