/** The system under measurement: started, looked at from outside, stopped. */
@NullMarked
package io.tocsin.benchmarks.house;

import org.jspecify.annotations.NullMarked;
