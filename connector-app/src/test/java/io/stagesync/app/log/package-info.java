/** Log lines as people see them. */
@NullMarked
package io.stagesync.app.log;

import org.jspecify.annotations.NullMarked;
