/**
 * The command line: one class a command, which gets the assembled parts, calls one verb, prints its
 * result and returns an exit code.
 */
@NullMarked
package io.stagesync.app.cli;

import org.jspecify.annotations.NullMarked;
