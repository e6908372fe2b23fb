/**
 * What messages look like: the kinds of template, the language they are written in, its check, and
 * how each channel shows them.
 */
@NullMarked
package io.tocsin.contracts.policy.template;

import org.jspecify.annotations.NullMarked;
