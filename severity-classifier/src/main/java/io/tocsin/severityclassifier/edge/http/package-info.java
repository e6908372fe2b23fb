/** {@code POST /explain}: what the classifier would say of an alert, and why. */
@NullMarked
package io.tocsin.severityclassifier.edge.http;

import org.jspecify.annotations.NullMarked;
