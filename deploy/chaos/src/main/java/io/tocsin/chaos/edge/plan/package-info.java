/** What a seed makes happen: the same seed, the same plan. Without clock, network or file. */
@NullMarked
package io.tocsin.chaos.edge.plan;

import org.jspecify.annotations.NullMarked;
