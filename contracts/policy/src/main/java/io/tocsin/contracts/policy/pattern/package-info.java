/** Patterns that people write and untrusted text is searched by: RE2's, with a quick way to no. */
@NullMarked
package io.tocsin.contracts.policy.pattern;

import org.jspecify.annotations.NullMarked;
