/**
 * How an alert's level is decided: rules behind an index, conditions in CEL, facts taken from the
 * alert by policy, and why it came out as it did (RUN-02).
 */
@NullMarked
package io.tocsin.contracts.policy.severity;

import org.jspecify.annotations.NullMarked;
