/** How an incident is conducted once people know of it: told, updated, led, closed and reviewed. */
@NullMarked
package io.tocsin.contracts.policy.conduct;

import org.jspecify.annotations.NullMarked;
