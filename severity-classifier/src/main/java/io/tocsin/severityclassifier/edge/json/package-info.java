/** An alert out of bytes, or why there is none in them. */
@NullMarked
package io.tocsin.severityclassifier.edge.json;

import org.jspecify.annotations.NullMarked;
