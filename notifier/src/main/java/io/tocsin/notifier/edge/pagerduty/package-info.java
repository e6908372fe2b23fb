/** PagerDuty's Events API v2. */
@NullMarked
package io.tocsin.notifier.edge.pagerduty;

import org.jspecify.annotations.NullMarked;
