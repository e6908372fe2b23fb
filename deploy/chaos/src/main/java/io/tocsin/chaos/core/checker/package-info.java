/** The invariants, each with a name, and the checker that holds a history against them. */
@NullMarked
package io.tocsin.chaos.core.checker;

import org.jspecify.annotations.NullMarked;
