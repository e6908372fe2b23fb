/** The system as separate processes on loopback. */
@NullMarked
package io.tocsin.chaos.edge.system;

import org.jspecify.annotations.NullMarked;
