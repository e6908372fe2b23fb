/** Tocsin broken on purpose, and shown to hold. */
@NullMarked
package io.tocsin.chaos;

import org.jspecify.annotations.NullMarked;
