/** The severity classifier: an alert becomes P1 to P4, with its service, its team and why. */
@NullMarked
package io.tocsin.severityclassifier;

import org.jspecify.annotations.NullMarked;
