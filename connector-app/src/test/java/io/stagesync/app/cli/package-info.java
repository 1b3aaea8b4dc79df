/** The command line as a user meets it. */
@NullMarked
package io.stagesync.app.cli;

import org.jspecify.annotations.NullMarked;
