/**
 * The sandbox: stands in for the providers, so that pages can be sent before there is an account.
 */
@NullMarked
package io.tocsin.sandbox;

import org.jspecify.annotations.NullMarked;
