/** Monitors and people, played from a seed. */
@NullMarked
package io.tocsin.chaos.edge.driver;

import org.jspecify.annotations.NullMarked;
