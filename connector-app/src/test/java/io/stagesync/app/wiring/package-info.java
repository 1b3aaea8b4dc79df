/** How a command's parts are put together. */
@NullMarked
package io.stagesync.app.wiring;

import org.jspecify.annotations.NullMarked;
