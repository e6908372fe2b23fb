/** What would come of an alert if nobody answered: why, who is told and when. */
@NullMarked
package io.tocsin.allinone.cases.explain;

import org.jspecify.annotations.NullMarked;
