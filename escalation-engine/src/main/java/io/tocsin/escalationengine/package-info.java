/** Owns incidents: their life, their timers, and what people ask of them. */
@NullMarked
package io.tocsin.escalationengine;

import org.jspecify.annotations.NullMarked;
