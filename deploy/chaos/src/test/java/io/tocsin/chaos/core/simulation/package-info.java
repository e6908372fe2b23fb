/** A correct system on virtual time: the real decisions, everything around them pretended. */
@NullMarked
package io.tocsin.chaos.core.simulation;

import org.jspecify.annotations.NullMarked;
