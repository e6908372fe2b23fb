/** One class for each measurement over HTTP. */
@NullMarked
package io.tocsin.benchmarks.measure;

import org.jspecify.annotations.NullMarked;
