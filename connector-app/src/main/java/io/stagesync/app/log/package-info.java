/** How log lines look: one line an event, to standard error, without addresses and secrets. */
@NullMarked
package io.stagesync.app.log;

import org.jspecify.annotations.NullMarked;
