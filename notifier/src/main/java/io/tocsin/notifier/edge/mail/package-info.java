/** Mail, by SMTP. */
@NullMarked
package io.tocsin.notifier.edge.mail;

import org.jspecify.annotations.NullMarked;
