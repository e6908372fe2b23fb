/** Load from outside: open loop, in a process of its own. */
@NullMarked
package io.tocsin.benchmarks;

import org.jspecify.annotations.NullMarked;
