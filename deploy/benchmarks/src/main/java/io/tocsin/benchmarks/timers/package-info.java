/** The engine's timers, below HTTP. */
@NullMarked
package io.tocsin.benchmarks.timers;

import org.jspecify.annotations.NullMarked;
