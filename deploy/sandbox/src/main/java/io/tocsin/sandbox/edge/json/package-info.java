/** The one JSON codec of the sandbox. */
@NullMarked
package io.tocsin.sandbox.edge.json;

import org.jspecify.annotations.NullMarked;
