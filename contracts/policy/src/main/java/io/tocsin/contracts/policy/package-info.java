/**
 * What the operator tells all services: the policy model, its loader and checker. YAML and CEL are
 * read here and nowhere else.
 */
@NullMarked
package io.tocsin.contracts.policy;

import org.jspecify.annotations.NullMarked;
