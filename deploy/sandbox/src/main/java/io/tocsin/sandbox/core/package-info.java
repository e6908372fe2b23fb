/**
 * How the stand-in providers behave: what they take, refuse and remember. Pure; time is an
 * argument.
 */
@NullMarked
package io.tocsin.sandbox.core;

import org.jspecify.annotations.NullMarked;
