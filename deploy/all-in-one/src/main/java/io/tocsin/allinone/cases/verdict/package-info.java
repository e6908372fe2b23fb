/** Holds what happened against what was expected, and tells a person where they differ. */
@NullMarked
package io.tocsin.allinone.cases.verdict;

import org.jspecify.annotations.NullMarked;
