/** A configuration for each source: being in this package is all the registration there is. */
@NullMarked
package io.tocsin.alertingest.edge.source;

import org.jspecify.annotations.NullMarked;
