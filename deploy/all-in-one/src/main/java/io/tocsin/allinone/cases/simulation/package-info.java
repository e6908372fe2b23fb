/** Plays a case: the real decisions, and everything around them pretended, on virtual time. */
@NullMarked
package io.tocsin.allinone.cases.simulation;

import org.jspecify.annotations.NullMarked;
