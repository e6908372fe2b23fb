/** Which requirements have cases, which wait, and which have none and why. */
@NullMarked
package io.tocsin.allinone.cases.coverage;

import org.jspecify.annotations.NullMarked;
