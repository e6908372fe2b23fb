/** Seeds, one after another: load, faults, healing, rest, verdict. */
@NullMarked
package io.tocsin.chaos.edge.run;

import org.jspecify.annotations.NullMarked;
