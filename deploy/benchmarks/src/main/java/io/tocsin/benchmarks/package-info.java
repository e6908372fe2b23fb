/** Every figure by one command. */
@NullMarked
package io.tocsin.benchmarks;

import org.jspecify.annotations.NullMarked;
