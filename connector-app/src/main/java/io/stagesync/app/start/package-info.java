/** How an admin gets a first mapping file: from a shipped one, or from three answers. */
@NullMarked
package io.stagesync.app.start;

import org.jspecify.annotations.NullMarked;
