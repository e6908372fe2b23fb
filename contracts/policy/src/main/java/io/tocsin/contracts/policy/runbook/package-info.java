/** What is known to go wrong, how it is recognised, and what helps (RUN-05, RUN-06, RUN-12). */
@NullMarked
package io.tocsin.contracts.policy.runbook;

import org.jspecify.annotations.NullMarked;
