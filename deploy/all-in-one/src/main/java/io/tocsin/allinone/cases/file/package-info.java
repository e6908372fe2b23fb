/** Reads case files: every mistake at once, each with its place and what to write instead. */
@NullMarked
package io.tocsin.allinone.cases.file;

import org.jspecify.annotations.NullMarked;
