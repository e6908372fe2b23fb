/**
 * When a team is at work and who holds which role: hours, holidays, rotas. Pure functions of the
 * model and an instant.
 */
@NullMarked
package io.tocsin.contracts.policy.calendar;

import org.jspecify.annotations.NullMarked;
