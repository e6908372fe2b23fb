/** What is measured beside it. */
@NullMarked
package io.tocsin.benchmarks.peer;

import org.jspecify.annotations.NullMarked;
