/** Mail as it comes by SMTP. */
@NullMarked
package io.tocsin.sandbox.edge.smtp;

import org.jspecify.annotations.NullMarked;
