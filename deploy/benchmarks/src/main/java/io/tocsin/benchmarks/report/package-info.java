/** Figures, and what they were taken on. */
@NullMarked
package io.tocsin.benchmarks.report;

import org.jspecify.annotations.NullMarked;
