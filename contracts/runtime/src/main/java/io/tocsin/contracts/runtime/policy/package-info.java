/** The policies that a process runs by: read anew when they change, and found again by hash. */
@NullMarked
package io.tocsin.contracts.runtime.policy;

import org.jspecify.annotations.NullMarked;
